package org.caisse.jobs.claim;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.caisse.domain.claim.CareDebtRow;
import org.caisse.domain.claim.InvoiceRow;
import org.caisse.domain.ledger.Debtor;
import org.caisse.domain.right.ClosedLateDebtor;
import org.caisse.domain.right.RightReason;
import org.caisse.jobs.account.JoinedFacts;
import org.caisse.jobs.ledger.MoneyPosting;
import org.caisse.jobs.run.Outputs;
import org.caisse.jobs.run.RunContext;
import org.caisse.jobs.run.Sql;
import org.caisse.jobs.run.Steps;
import org.caisse.writers.archive.ArchiveWriter;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.datasource.DataSourceUtils;
import tools.jackson.core.type.TypeReference;

/**
 * Posts what differs between what is to be claimed for care of days that were closed afterwards and
 * what stands in the ledger: a debt of whoever caused it, a month of care for itself. Few things
 * close late: all of it is in memory, added up by debtor.
 */
final class PostCareDebts implements Steps.Work {

  private static final TypeReference<List<InvoiceRow.Posted>> POSTED = new TypeReference<>() {};

  private final RunContext run;

  PostCareDebts(RunContext run) {
    this.run = run;
  }

  /** Whose debt it is, for which month. */
  private record Of(Debtor debtor, String number, LocalDate month, long id)
      implements Comparable<Of> {

    private static final Comparator<Of> ORDER =
        Comparator.comparing(Of::debtor).thenComparing(Of::number).thenComparing(Of::month);

    @Override
    public int compareTo(Of other) {
      return ORDER.compare(this, other);
    }
  }

  /** What is posted of it. */
  private record Standing(List<InvoiceRow.Posted> entries, int lastRev) {

    static final Standing NONE = new Standing(List.of(), 0);
  }

  @Override
  public void run(StepExecution step) throws Exception {
    SortedMap<Of, SortedMap<String, Long>> owed = new TreeMap<>();
    if (ClosedLateCare.any(run)) {
      run.sql()
          .sql(Sql.of(getClass(), "closed-late-care"))
          .param("inputs", run.inputArray())
          .query((RowCallbackHandler) row -> claim(owed, row));
    }
    Map<Of, Standing> posted = new HashMap<>();
    run.sql()
        .sql(Sql.of(getClass(), "care-debts-posted"))
        .param("run", run.run().id())
        .query((RowCallbackHandler) row -> standing(owed, posted, row));
    if (owed.isEmpty()) {
      return;
    }
    List<CareDebtRow> rows = new ArrayList<>();
    MoneyPosting posting = MoneyPosting.ofCare(run);
    owed.forEach(
        (of, shares) -> {
          CareDebtRow row = row(of, shares, posted.getOrDefault(of, Standing.NONE)).judged();
          rows.add(row);
          row.entries()
              .forEach(entry -> posting.add(of.month(), of.debtor(), of.id(), entry.entry()));
        });
    Connection connection = DataSourceUtils.getConnection(run.dataSource());
    try {
      posting.flush(connection);
    } finally {
      DataSourceUtils.releaseConnection(connection, run.dataSource());
    }
    archive(rows);
  }

  private static void claim(Map<Of, SortedMap<String, Long>> owed, ResultSet row)
      throws SQLException {
    String employer = row.getString("employer_no");
    LocalDate month = row.getObject("care_on", LocalDate.class).withDayOfMonth(1);
    Of of =
        switch (ClosedLateDebtor.of(
            RightReason.valueOf(row.getString("why")),
            row.getString("arguments"),
            !employer.isEmpty())) {
          case EMPLOYER ->
              new Of(Debtor.EMPLOYER_CARE, employer, month, row.getLong("employer_id"));
          case HEAD ->
              new Of(Debtor.PERSON_CARE, row.getString("head_no"), month, row.getLong("head_id"));
        };
    owed.computeIfAbsent(of, debtor -> new TreeMap<>())
        .merge(row.getString("payer"), row.getLong("amount_minor"), Math::addExact);
  }

  /** Of a debtor who owes nothing any more, what stands is taken back. */
  private static void standing(
      Map<Of, SortedMap<String, Long>> owed, Map<Of, Standing> posted, ResultSet row)
      throws SQLException {
    Of of =
        new Of(
            Debtor.valueOf(row.getString("debtor")),
            row.getString("number"),
            row.getObject("value_period", LocalDate.class),
            row.getLong("debtor_id"));
    posted.put(
        of,
        new Standing(JoinedFacts.list(row.getString("entries"), POSTED), row.getInt("last_rev")));
    owed.computeIfAbsent(of, debtor -> new TreeMap<>());
  }

  private static CareDebtRow row(Of of, SortedMap<String, Long> shares, Standing standing) {
    return new CareDebtRow(
        of.debtor(),
        of.number(),
        of.month(),
        shares.entrySet().stream()
            .map(share -> new InvoiceRow.PayerShare(share.getKey(), share.getValue()))
            .toList(),
        standing.entries(),
        standing.lastRev(),
        List.of());
  }

  private void archive(List<CareDebtRow> rows) throws IOException {
    Files.createDirectories(run.archive());
    try (ArchiveWriter<CareDebtRow> archive =
        new ArchiveWriter<>(
            run.archive().resolve(CareDebtRow.NAME + "-00001.parquet"),
            CareDebtRow.class,
            Map.of("run", run.run().key().label(), "pack", run.run().packId()),
            run.failPoint())) {
      archive.write(new ArrayList<>(rows));
      new Outputs(run).part(CareDebtRow.NAME, 1, archive.finish());
    }
  }
}
