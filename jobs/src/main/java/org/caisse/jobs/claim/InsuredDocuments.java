package org.caisse.jobs.claim;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.caisse.config.text.CareText;
import org.caisse.domain.document.DocumentNumber;
import org.caisse.domain.document.DocumentSeries;
import org.caisse.jobs.beside.Beside;
import org.caisse.jobs.document.CsvAndWorkbook;
import org.caisse.jobs.run.RunContext;
import org.caisse.jobs.run.Sql;
import org.caisse.writers.document.CareStatement;
import org.caisse.writers.document.CareStatementPage;
import org.caisse.writers.document.DocumentNames;
import org.caisse.writers.document.PeopleList;
import org.caisse.writers.document.PeopleList.Column;
import org.caisse.writers.document.Remittance;
import org.caisse.writers.file.StoredZip;
import org.caisse.writers.file.WrittenFile;
import org.caisse.writers.workbook.CellKind;
import org.caisse.writers.workbook.WorkbookHead;

/** The statements of care: a page for each household in the zip, and one list of all of them. */
final class InsuredDocuments {

  private static final List<Column> COLUMNS =
      List.of(
          new Column("label.number", CellKind.TEXT, 20),
          new Column("care.head", CellKind.TEXT, 16),
          new Column("care.person", CellKind.TEXT, 16),
          new Column("care.statement.who", CellKind.TEXT, 30),
          new Column("care.day", CellKind.DAY, 12),
          new Column("care.provider_name", CellKind.TEXT, 30),
          new Column("care.act", CellKind.TEXT, 14),
          new Column("care.label", CellKind.TEXT, 34),
          new Column("care.charged", CellKind.AMOUNT, 14),
          new Column("care.status", CellKind.TEXT, 12),
          new Column("care.payers", CellKind.LONG_TEXT, 34),
          new Column("care.statement.provider", CellKind.AMOUNT, 14),
          new Column("care.statement.you", CellKind.AMOUNT, 14),
          new Column("care.statement.yours", CellKind.AMOUNT, 14),
          new Column("care.why", CellKind.LONG_TEXT, 60));

  private final RunContext run;
  private final LocalDate day;
  private final DecidedLines lines;
  private final LineCells cells;
  private final CareStatementPage page;
  private final List<CareStatement.Care> cares = new ArrayList<>();
  private CareStatement head;

  InsuredDocuments(RunContext run) {
    this.run = run;
    this.day = run.run().businessDate();
    this.lines =
        new DecidedLines(
            new CareText(
                run.run().language(), run.law().pack().currency(), run.law().pack().care()));
    this.cells = new LineCells(run);
    this.page = new CareStatementPage(run.letterhead(), day, run.run().headSha256());
  }

  /** Fills the zip, and writes the list. */
  List<WrittenFile> write(StoredZip zip) throws IOException {
    WorkbookHead title =
        PeopleList.head(run.letterhead(), "care.statements.title", run.run().key().label(), day);
    return new CsvAndWorkbook(run)
        .write(
            "care-statements-" + day,
            Told.lines(run),
            title,
            (csv, book) -> {
              PeopleList list =
                  new PeopleList(
                      csv, book, title, run.letterhead(), "care.statements.sheet", COLUMNS);
              try (Beside<CareStatement> pages =
                  new Beside<>("statements", statement -> page(zip, statement))) {
                read(pages, list);
                pages.finish();
              }
              list.finish();
            });
  }

  private void page(StoredZip zip, CareStatement statement) throws IOException {
    zip.add(
        DocumentNames.careStatement(statement.headNo(), statement.number()), page.of(statement));
  }

  private void read(Beside<CareStatement> pages, PeopleList list) throws IOException {
    Span span = Told.spanOfLines(run);
    run.sql()
        .sql(Sql.of(getClass(), "care-statement-lines"))
        .param("run", run.run().id())
        .param("from", span.from())
        .param("to", span.to())
        .param("others", span.otherArray())
        .param("inputs", run.inputArray())
        .param("day", day)
        .withFetchSize(2_000)
        .query(
            row -> {
              try {
                add(pages, list, row);
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
    end(pages, list);
  }

  private void add(Beside<CareStatement> pages, PeopleList list, ResultSet row)
      throws SQLException, IOException {
    CareStatement next =
        new CareStatement(
            new DocumentNumber(DocumentSeries.DECOMPTE, row.getInt("year"), row.getInt("number")),
            row.getString("head_no"),
            row.getString("head_name"),
            List.of());
    if (!next.equals(head)) {
      end(pages, list);
      head = next;
    }
    cares.add(
        new CareStatement.Care(
            row.getString("person_name"),
            row.getString("provider_name"),
            row.getBoolean("reimbursed"),
            row.getBoolean("taken_back"),
            lines.line(row)));
  }

  private void end(Beside<CareStatement> pages, PeopleList list) throws IOException {
    if (head == null) {
      return;
    }
    CareStatement whole = new CareStatement(head.number(), head.headNo(), head.headName(), cares);
    pages.add(whole);
    for (CareStatement.Care care : whole.cares()) {
      row(list, whole, care);
    }
    cares.clear();
  }

  private void row(PeopleList list, CareStatement statement, CareStatement.Care care)
      throws IOException {
    Remittance.Line line = care.line();
    list.text(statement.number().toString())
        .text(statement.headNo())
        .text(line.personNo())
        .text(care.personName())
        .day(line.careOn())
        .text(care.providerName())
        .text(line.act())
        .text(line.label())
        .amount(care.sign() * line.chargedMinor())
        .text(cells.status(line.status(), care.sign()))
        .text(cells.payers(line))
        .amount(care.toProviderMinor())
        .amount(care.reimbursedMinor())
        .amount(care.patientMinor())
        .text(cells.reasons(line))
        .endRow();
  }
}
