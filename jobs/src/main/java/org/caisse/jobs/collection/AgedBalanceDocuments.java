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
import org.caisse.jobs.account.OwnDues;
import org.caisse.jobs.control.BrokenInvariantException;
import org.caisse.jobs.control.Violation;
import org.caisse.jobs.debt.DebtHolder;
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
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Writes the aged balance of employers and of persons who owe themselves: a row a debtor and
 * delegated body, and the sum of all, which must be the balance of their receivables in the ledger;
 * then a row a body.
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

    void add(Ages others) {
      others.minor.forEach((bucket, minorOf) -> minor.merge(bucket, minorOf, Math::addExact));
      oldest = oldest == null || others.oldest.isBefore(oldest) ? others.oldest : oldest;
    }

    long total() {
      return minor.values().stream().mapToLong(Long::longValue).sum();
    }
  }

  private record Debt(String debtorNo, String name, String ogd, LocalDate due, long openMinor) {

    static Debt of(ResultSet row, int n) throws SQLException {
      return new Debt(
          row.getString("debtor_no"),
          row.getString("name"),
          row.getString("ogd_no"),
          row.getObject("due", LocalDate.class),
          row.getLong("open_minor"));
    }

    boolean isOfSameRow(Debt other) {
      return debtorNo.equals(other.debtorNo) && ogd.equals(other.ogd);
    }
  }

  private final RunContext run;
  private final LocalDate day;
  private final Messages messages;
  private final int settlement;
  private final DebtHolder holder;
  private final Map<String, Ages> ofBodies = new TreeMap<>();

  AgedBalanceDocuments(RunContext run) {
    this.run = run;
    this.day = run.run().businessDate();
    this.messages = Messages.of("documents", run.run().language());
    this.settlement = Settled.of(run);
    this.holder = new DebtHolder(run);
  }

  @Override
  public void run(StepExecution step) throws Exception {
    Files.createDirectories(run.outbox());
    List<WrittenFile> files = new ArrayList<>();
    files.addAll(
        list("aged-balance-" + day, "aged", "label.employer.no", list -> debtors(list, false)));
    files.addAll(list("aged-balance-ogd-" + day, "aged.ogd", "", this::bodies));
    files.addAll(
        list(
            "aged-balance-persons-" + day,
            "aged.persons",
            "label.person.no",
            list -> debtors(list, true)));
    files.add(Sha256Sums.write(run.outbox(), List.copyOf(files), run.failPoint()));
    new Outputs(run).outbox(files);
  }

  private interface Rows {
    void writeTo(PeopleList list) throws IOException;
  }

  private List<WrittenFile> list(String name, String key, String debtor, Rows rows)
      throws IOException {
    WorkbookHead head =
        PeopleList.head(run.letterhead(), key + ".title", run.run().key().label(), day);
    return new CsvAndWorkbook(run)
        .write(
            name,
            head,
            (csv, book) -> {
              PeopleList list =
                  new PeopleList(csv, book, head, run.letterhead(), "aged.sheet", columns(debtor));
              rows.writeTo(list);
              list.finish();
            });
  }

  private static List<Column> columns(String debtor) {
    List<Column> columns = new ArrayList<>();
    if (!debtor.isEmpty()) {
      columns.add(new Column(debtor, CellKind.TEXT, 16));
      columns.add(
          new Column(
              debtor.equals("label.person.no") ? "label.person.name" : "label.name",
              CellKind.TEXT,
              40));
    }
    columns.add(new Column("label.ogd", CellKind.TEXT, 14));
    columns.add(new Column("aged.oldest", CellKind.DAY, 14));
    for (AgeBucket bucket : AgeBucket.values()) {
      columns.add(new Column("aged." + bucket, CellKind.AMOUNT, 16));
    }
    columns.add(new Column("account.open", CellKind.AMOUNT, 18));
    return columns;
  }

  private void debtors(PeopleList list, boolean persons) throws IOException {
    Debt current = null;
    Ages ages = new Ages();
    Ages all = new Ages();
    try (Stream<Debt> debts = debts(persons)) {
      for (Iterator<Debt> each = debts.iterator(); each.hasNext(); ) {
        Debt debt = each.next();
        if (current != null && !current.isOfSameRow(debt)) {
          debtor(list, current, ages);
          ages = new Ages();
        }
        current = debt;
        ages.add(debt, day);
        all.add(debt, day);
        if (!persons) {
          ofBodies.computeIfAbsent(debt.ogd(), key -> new Ages()).add(debt, day);
        }
      }
    }
    if (current != null) {
      debtor(list, current, ages);
    }
    list.text(messages.get("balance.total")).text("").text("");
    ages(list, all);
    requireLedger(persons, all.total());
  }

  private Stream<Debt> debts(boolean persons) {
    JdbcClient.StatementSpec query =
        run.sql()
            .sql(Sql.of(getClass(), persons ? "aged-persons" : "aged"))
            .param("run", run.run().id())
            .param("settlement", settlement)
            .withFetchSize(2_000);
    return (persons ? OwnDues.ofSettlement(run, settlement).bind(query) : query)
        .query(Debt::of).stream();
  }

  private void debtor(PeopleList list, Debt of, Ages ages) throws IOException {
    list.text(of.debtorNo()).text(of.name()).text(holder.words(of.ogd()));
    ages(list, ages);
  }

  private void bodies(PeopleList list) throws IOException {
    Ages all = new Ages();
    for (Map.Entry<String, Ages> body : ofBodies.entrySet()) {
      list.text(holder.words(body.getKey()));
      ages(list, body.getValue());
      all.add(body.getValue());
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

  /** The sum is what the ledger says that they owe. */
  private void requireLedger(boolean persons, long open) {
    long ledger =
        run.sql()
            .sql(Sql.of(getClass(), "receivable"))
            .param("settlement", settlement)
            .param(
                "account",
                new Accounts(run.law().settings().accounts())
                    .receivable(persons ? Debtor.PERSON : Debtor.EMPLOYER))
            .param("persons", persons)
            .query(Long.class)
            .single();
    if (ledger != open) {
      throw new BrokenInvariantException(
          run.run().key().label(),
          List.of(
              new Violation(
                  "open debts = receivables in the ledger",
                  day.toString(),
                  "open %d, receivable %d".formatted(open, ledger))));
    }
  }
}
