package org.caisse.jobs.account;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.caisse.domain.document.DocumentNumber;
import org.caisse.domain.document.DocumentSeries;
import org.caisse.domain.ledger.Component;
import org.caisse.jobs.document.CsvAndWorkbook;
import org.caisse.jobs.run.RunContext;
import org.caisse.jobs.run.Sql;
import org.caisse.writers.document.DebtorStatement;
import org.caisse.writers.document.DebtorStatementPage;
import org.caisse.writers.document.DocumentNames;
import org.caisse.writers.document.PeopleList;
import org.caisse.writers.document.PeopleList.Column;
import org.caisse.writers.file.AtomicFile;
import org.caisse.writers.file.StoredZip;
import org.caisse.writers.file.WrittenFile;
import org.caisse.writers.workbook.CellKind;
import org.caisse.writers.workbook.WorkbookHead;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A statement for every employer, or for every person who owes himself, whose account the run
 * moved: a page each, in one zip, and one list of all of them. Queries in the same order are read
 * side by side, so that memory does not grow with the number of debtors.
 */
final class StatementDocuments {

  private static final List<Column> OF_ALL =
      List.of(
          new Column("debtor.day", CellKind.DAY, 12),
          new Column("debtor.what", CellKind.LONG_TEXT, 60),
          new Column("receipt.bank_ref", CellKind.TEXT, 20),
          new Column("statement.debit", CellKind.AMOUNT, 16),
          new Column("statement.credit", CellKind.AMOUNT, 16),
          new Column("statement.balance", CellKind.AMOUNT, 17));

  private final RunContext run;
  private final boolean persons;
  private final LocalDate day;
  private final DebtorStatementPage page;
  private long debitMinor;
  private long creditMinor;
  private long balanceMinor;

  private record Of<T>(String debtorNo, T value) {}

  private record Used(long receipt, DebtorStatement.Use use) {}

  private record Moved(long receipt, DebtorStatement.Line line) {}

  private record Told(
      String debtorNo,
      DocumentNumber number,
      String name,
      DocumentNumber before,
      LocalDate since,
      long openingMinor,
      long closingMinor) {}

  private StatementDocuments(RunContext run, boolean persons) {
    this.run = run;
    this.persons = persons;
    this.day = run.run().businessDate();
    this.page = new DebtorStatementPage(run.letterhead(), day, run.run().headSha256());
  }

  static StatementDocuments ofEmployers(RunContext run) {
    return new StatementDocuments(run, false);
  }

  static StatementDocuments ofPersons(RunContext run) {
    return new StatementDocuments(run, true);
  }

  /** Writes them. */
  List<WrittenFile> write() throws IOException {
    query("told-before").update();
    query("told-numbers").update();
    run.sql().sql("ANALYZE told, told_number").update();
    List<WrittenFile> files = new ArrayList<>();
    files.add(
        AtomicFile.write(
            run.outbox()
                .resolve(
                    persons
                        ? DocumentNames.personStatements(day)
                        : DocumentNames.debtorStatements(day)),
            run.failPoint(),
            out -> {
              StoredZip zip = new StoredZip(out);
              files.addAll(lists(zip));
              zip.finish();
            }));
    run.sql().sql("DROP TABLE told, told_number").update();
    return files;
  }

  private List<WrittenFile> lists(StoredZip zip) throws IOException {
    WorkbookHead head =
        PeopleList.head(
            run.letterhead(),
            persons ? "debtor.list.title.person" : "debtor.list.title",
            run.run().key().label(),
            day);
    return new CsvAndWorkbook(run)
        .write(
            (persons ? "person-statements-" : "account-statements-") + day,
            head,
            (csv, book) -> {
              PeopleList list =
                  new PeopleList(csv, book, head, run.letterhead(), "debtor.list.sheet", columns());
              each(
                  statement -> {
                    zip.add(
                        DocumentNames.debtorStatement(statement.debtorNo(), run.run().language()),
                        page.of(statement));
                    rows(list, statement);
                  });
              total(list);
              list.finish();
            });
  }

  private List<Column> columns() {
    List<Column> columns = new ArrayList<>();
    columns.add(new Column("label.number", CellKind.TEXT, 20));
    columns.add(new Column(persons ? "label.person.no" : "label.employer.no", CellKind.TEXT, 14));
    columns.add(new Column(persons ? "label.person.name" : "label.name", CellKind.TEXT, 36));
    columns.addAll(OF_ALL);
    return columns;
  }

  /** Does something with a statement. */
  @FunctionalInterface
  private interface Each {
    void with(DebtorStatement statement) throws IOException;
  }

  private void each(Each each) throws IOException {
    try (Stream<Told> told = stream("told", StatementDocuments::told);
        Group<Moved> lines = new Group<>(stream("told-lines", this::moved));
        Group<Used> uses = new Group<>(stream("told-uses", StatementDocuments::used));
        Group<DebtorStatement.OpenMonth> months =
            new Group<>(stream("told-months", StatementDocuments::month))) {
      run.progress().expect(-1, "statements");
      long done = 0;
      for (Iterator<Told> all = told.iterator(); all.hasNext(); ) {
        Told one = all.next();
        List<Used> used = uses.of(one.debtorNo());
        each.with(
            new DebtorStatement(
                one.number(),
                persons,
                one.debtorNo(),
                one.name(),
                one.before(),
                one.since(),
                one.openingMinor(),
                lines.of(one.debtorNo()).stream().map(line -> with(line, used)).toList(),
                months.of(one.debtorNo()),
                one.closingMinor()));
        run.progress().advancedTo(++done);
      }
    }
  }

  private static DebtorStatement.Line with(Moved moved, List<Used> used) {
    DebtorStatement.Line line = moved.line();
    if (line.component() != Component.RECEIVED) {
      return line;
    }
    return new DebtorStatement.Line(
        line.component(),
        line.period(),
        line.on(),
        line.reference(),
        line.holder(),
        line.ofBody(),
        line.minor(),
        used.stream().filter(one -> one.receipt() == moved.receipt()).map(Used::use).toList());
  }

  private void rows(PeopleList list, DebtorStatement statement) throws IOException {
    long balance = statement.openingMinor();
    row(list, statement, null, run.letterhead().words("statement.opening"), "");
    list.amount(null).amount(null).amount(balance).endRow();
    for (DebtorStatement.Line line : statement.lines()) {
      balance = Math.addExact(balance, line.minor());
      String what = page.words(line);
      String uses = page.uses(line);
      row(
          list,
          statement,
          line.on(),
          uses.isEmpty() ? what : what + " (" + uses + ")",
          Objects.requireNonNullElse(line.reference(), ""));
      list.amount(line.minor() > 0 ? line.minor() : null)
          .amount(line.minor() < 0 ? -line.minor() : null)
          .amount(balance)
          .endRow();
      debitMinor = Math.addExact(debitMinor, Math.max(line.minor(), 0));
      creditMinor = Math.addExact(creditMinor, Math.max(-line.minor(), 0));
    }
    balanceMinor = Math.addExact(balanceMinor, balance);
  }

  private static void row(
      PeopleList list, DebtorStatement statement, LocalDate on, String what, String reference)
      throws IOException {
    list.text(statement.number().toString())
        .text(statement.debtorNo())
        .text(statement.name())
        .day(on)
        .text(what)
        .text(reference);
  }

  private void total(PeopleList list) throws IOException {
    list.text(run.letterhead().words("label.total"))
        .text("")
        .text("")
        .day(null)
        .text("")
        .text("")
        .amount(debitMinor)
        .amount(creditMinor)
        .amount(balanceMinor)
        .endRow();
  }

  private <T> Stream<T> stream(String query, RowMapper<T> mapper) {
    return query(query).withFetchSize(2_000).query(mapper).stream();
  }

  private JdbcClient.StatementSpec query(String name) {
    JdbcClient.StatementSpec query =
        run.sql()
            .sql(Sql.of(getClass(), name))
            .param("run", run.run().id())
            .param("inputs", run.inputArray())
            .param("persons", persons);
    return name.equals("told-months") ? OwnDues.of(run).bind(query) : query;
  }

  private static Told told(ResultSet row, int n) throws SQLException {
    return new Told(
        row.getString("debtor_no"),
        new DocumentNumber(DocumentSeries.RELEVE, row.getInt("year"), row.getInt("number")),
        row.getString("name"),
        row.getObject("before_year") == null
            ? null
            : new DocumentNumber(
                DocumentSeries.RELEVE, row.getInt("before_year"), row.getInt("before_number")),
        row.getObject("since", LocalDate.class),
        row.getLong("opening_minor"),
        row.getLong("closing_minor"));
  }

  private Of<Moved> moved(ResultSet row, int n) throws SQLException {
    String ogd = row.getString("ogd_no");
    boolean ofBody = ogd != null && !ogd.isEmpty();
    return new Of<>(
        row.getString("debtor_no"),
        new Moved(
            row.getLong("receipt_id"),
            new DebtorStatement.Line(
                Component.valueOf(row.getString("component")),
                row.getObject("period", LocalDate.class),
                row.getObject("value_date", LocalDate.class),
                row.getString("bank_ref"),
                ofBody ? ogd : row.getString("account"),
                ofBody,
                row.getLong("minor"),
                List.of())));
  }

  private static Of<Used> used(ResultSet row, int n) throws SQLException {
    return new Of<>(
        row.getString("debtor_no"),
        new Used(
            row.getLong("receipt_id"),
            new DebtorStatement.Use(
                row.getObject("period", LocalDate.class),
                Component.valueOf(row.getString("component")),
                row.getLong("minor"))));
  }

  private static Of<DebtorStatement.OpenMonth> month(ResultSet row, int n) throws SQLException {
    return new Of<>(
        row.getString("debtor_no"),
        new DebtorStatement.OpenMonth(
            row.getObject("period", LocalDate.class),
            row.getBoolean("of_care"),
            row.getObject("due", LocalDate.class),
            row.getLong("owed_minor"),
            row.getLong("late_minor"),
            row.getLong("paid_minor"),
            row.getLong("given_up_minor"),
            row.getLong("open_minor")));
  }

  /** Rows in the order of the debtors, given debtor by debtor. */
  private static final class Group<T> implements AutoCloseable {

    private final Stream<Of<T>> stream;
    private final Iterator<Of<T>> rows;
    private Of<T> next;

    Group(Stream<Of<T>> stream) {
      this.stream = stream;
      this.rows = stream.iterator();
      this.next = rows.hasNext() ? rows.next() : null;
    }

    List<T> of(String debtorNo) {
      List<T> own = new ArrayList<>();
      while (next != null && next.debtorNo().equals(debtorNo)) {
        own.add(next.value());
        next = rows.hasNext() ? rows.next() : null;
      }
      return own;
    }

    @Override
    public void close() {
      stream.close();
    }
  }
}
