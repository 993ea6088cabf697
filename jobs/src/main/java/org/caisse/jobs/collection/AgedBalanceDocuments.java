package org.caisse.jobs.collection;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.caisse.config.text.Messages;
import org.caisse.domain.collection.AgeBucket;
import org.caisse.domain.ledger.Accounts;
import org.caisse.domain.ledger.Debtor;
import org.caisse.jobs.control.BrokenInvariantException;
import org.caisse.jobs.control.Violation;
import org.caisse.jobs.debt.Settled;
import org.caisse.jobs.document.CsvAndWorkbook;
import org.caisse.jobs.run.Outputs;
import org.caisse.jobs.run.RunContext;
import org.caisse.jobs.run.Sql;
import org.caisse.jobs.run.Steps;
import org.caisse.writers.document.PeopleList;
import org.caisse.writers.document.PeopleList.Column;
import org.caisse.writers.file.Sha256Sums;
import org.caisse.writers.file.WrittenFile;
import org.caisse.writers.workbook.CellKind;
import org.caisse.writers.workbook.WorkbookHead;
import org.springframework.batch.core.step.StepExecution;

/**
 * Writes the aged balance: a row an employer and delegated body, then one a body, and the sum of
 * all, which must be the balance of the receivables in the ledger.
 */
final class AgedBalanceDocuments implements Steps.Work {

  /** Amounts by age, and the oldest due day. */
  private static final class Ages {

    final Map<AgeBucket, Long> minor = new EnumMap<>(AgeBucket.class);
    LocalDate oldest;

    void add(Debt debt, LocalDate day) {
      minor.merge(AgeBucket.of(debt.due(), day), debt.openMinor(), Math::addExact);
      oldest = oldest == null || debt.due().isBefore(oldest) ? debt.due() : oldest;
    }

    long total() {
      return minor.values().stream().mapToLong(Long::longValue).sum();
    }
  }

  private record Debt(String employerNo, String name, String ogd, LocalDate due, long openMinor) {

    static Debt of(ResultSet row, int n) throws SQLException {
      return new Debt(
          row.getString("employer_no"),
          row.getString("name"),
          row.getString("ogd_no"),
          row.getObject("due", LocalDate.class),
          row.getLong("open_minor"));
    }

    boolean isOfSameRow(Debt other) {
      return employerNo.equals(other.employerNo) && ogd.equals(other.ogd);
    }
  }

  private final RunContext run;
  private final LocalDate day;
  private final Messages messages;
  private final int settlement;
  private final Map<String, Ages> ofBodies = new TreeMap<>();
  private final Ages all = new Ages();

  AgedBalanceDocuments(RunContext run) {
    this.run = run;
    this.day = run.run().businessDate();
    this.messages = Messages.of("documents", run.run().language());
    this.settlement = Settled.of(run);
  }

  @Override
  public void run(StepExecution step) throws Exception {
    Files.createDirectories(run.outbox());
    List<WrittenFile> files = new ArrayList<>();
    files.addAll(list("aged-balance-" + day, "aged", this::employers));
    requireLedger();
    files.addAll(list("aged-balance-ogd-" + day, "aged.ogd", this::bodies));
    files.add(Sha256Sums.write(run.outbox(), List.copyOf(files), run.failPoint()));
    new Outputs(run).outbox(files);
  }

  private interface Rows {
    void writeTo(PeopleList list) throws IOException;
  }

  private List<WrittenFile> list(String name, String key, Rows rows) throws IOException {
    WorkbookHead head =
        PeopleList.head(run.letterhead(), key + ".title", run.run().key().label(), day);
    return new CsvAndWorkbook(run)
        .write(
            name,
            head,
            (csv, book) -> {
              PeopleList list =
                  new PeopleList(
                      csv, book, head, run.letterhead(), "aged.sheet", columns(key.equals("aged")));
              rows.writeTo(list);
              list.finish();
            });
  }

  private static List<Column> columns(boolean employers) {
    List<Column> columns = new ArrayList<>();
    if (employers) {
      columns.add(new Column("label.employer.no", CellKind.TEXT, 16));
      columns.add(new Column("label.name", CellKind.TEXT, 40));
    }
    columns.add(new Column("label.ogd", CellKind.TEXT, 14));
    columns.add(new Column("aged.oldest", CellKind.DAY, 14));
    for (AgeBucket bucket : AgeBucket.values()) {
      columns.add(new Column("aged." + bucket, CellKind.AMOUNT, 16));
    }
    columns.add(new Column("account.open", CellKind.AMOUNT, 18));
    return columns;
  }

  private void employers(PeopleList list) throws IOException {
    Debt current = null;
    Ages ages = new Ages();
    try (Stream<Debt> debts = debts()) {
      for (Iterator<Debt> each = debts.iterator(); each.hasNext(); ) {
        Debt debt = each.next();
        if (current != null && !current.isOfSameRow(debt)) {
          employer(list, current, ages);
          ages = new Ages();
        }
        current = debt;
        ages.add(debt, day);
        ofBodies.computeIfAbsent(debt.ogd(), key -> new Ages()).add(debt, day);
        all.add(debt, day);
      }
    }
    if (current != null) {
      employer(list, current, ages);
    }
    list.text(messages.get("balance.total")).text("").text("");
    ages(list, all);
  }

  private Stream<Debt> debts() {
    return run
        .sql()
        .sql(Sql.of(getClass(), "aged"))
        .param("run", run.run().id())
        .param("settlement", settlement)
        .withFetchSize(2_000)
        .query(Debt::of)
        .stream();
  }

  private static void employer(PeopleList list, Debt of, Ages ages) throws IOException {
    list.text(of.employerNo()).text(of.name()).text(of.ogd());
    ages(list, ages);
  }

  private void bodies(PeopleList list) throws IOException {
    for (Map.Entry<String, Ages> body : ofBodies.entrySet()) {
      list.text(body.getKey());
      ages(list, body.getValue());
    }
    list.text(messages.get("balance.total"));
    ages(list, all);
  }

  private static void ages(PeopleList list, Ages ages) throws IOException {
    list.day(ages.oldest);
    for (AgeBucket bucket : AgeBucket.values()) {
      list.amount(ages.minor.getOrDefault(bucket, 0L));
    }
    list.amount(ages.total());
    list.endRow();
  }

  /** The sum is what the ledger says that employers owe. */
  private void requireLedger() {
    long ledger =
        run.sql()
            .sql(Sql.of(getClass(), "receivable"))
            .param("settlement", settlement)
            .param(
                "account",
                new Accounts(run.law().settings().accounts()).receivable(Debtor.EMPLOYER))
            .query(Long.class)
            .single();
    if (ledger != all.total()) {
      throw new BrokenInvariantException(
          run.run().key().label(),
          List.of(
              new Violation(
                  "open debts = receivables in the ledger",
                  day.toString(),
                  "open %d, receivable %d".formatted(all.total(), ledger))));
    }
  }
}
