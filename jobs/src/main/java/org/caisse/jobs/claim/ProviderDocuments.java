package org.caisse.jobs.claim;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.caisse.config.text.CareText;
import org.caisse.domain.document.DocumentNumber;
import org.caisse.domain.document.DocumentSeries;
import org.caisse.jobs.beside.MadeBeside;
import org.caisse.jobs.document.CsvAndWorkbook;
import org.caisse.jobs.run.RunContext;
import org.caisse.jobs.run.Sql;
import org.caisse.writers.document.DocumentNames;
import org.caisse.writers.document.PeopleList;
import org.caisse.writers.document.PeopleList.Column;
import org.caisse.writers.document.Remittance;
import org.caisse.writers.document.RemittancePage;
import org.caisse.writers.document.RemittanceSums;
import org.caisse.writers.fhir.FhirRemittance;
import org.caisse.writers.file.StoredZip;
import org.caisse.writers.file.WrittenFile;
import org.caisse.writers.workbook.CellKind;
import org.caisse.writers.workbook.WorkbookFile;
import org.caisse.writers.workbook.WorkbookHead;

/**
 * The remittances: for each provider a page, CSV, workbook and FHIR in the zip, and for the fund a
 * list of all lines and one of all invoices. A few providers' are in memory at a time.
 */
final class ProviderDocuments {

  private static final Column NUMBER = new Column("label.number", CellKind.TEXT, 18);
  private static final Column PROVIDER = new Column("care.provider", CellKind.TEXT, 14);
  private static final Column NAME = new Column("care.provider_name", CellKind.TEXT, 30);
  private static final Column INVOICE = new Column("care.invoice", CellKind.TEXT, 18);
  private static final Column VERSION = new Column("care.version", CellKind.ORDINAL, 8);

  private static final List<Column> LINES =
      LineCells.after(NUMBER, PROVIDER, NAME, INVOICE, VERSION);

  private static final List<Column> INVOICES =
      List.of(
          NUMBER,
          PROVIDER,
          NAME,
          INVOICE,
          VERSION,
          new Column("care.invoiced", CellKind.AMOUNT, 16),
          new Column("care.refused_intake", CellKind.AMOUNT, 16),
          new Column("care.corrected", CellKind.AMOUNT, 16),
          new Column("care.told_before", CellKind.AMOUNT, 16),
          new Column("care.waits", CellKind.AMOUNT, 16),
          new Column("care.told", CellKind.AMOUNT, 16),
          new Column("care.copay", CellKind.AMOUNT, 16),
          new Column("care.patient", CellKind.AMOUNT, 16),
          new Column("care.provider_bears", CellKind.AMOUNT, 16),
          new Column("care.payable", CellKind.AMOUNT, 16));

  private final RunContext run;
  private final LocalDate day;
  private final DecidedLines lines;
  private final RefusedLines refused;
  private final LineCells cells;
  private final FhirRemittance fhir;
  private final RemittancePage page;

  ProviderDocuments(RunContext run) {
    this.run = run;
    this.day = run.run().businessDate();
    this.lines =
        new DecidedLines(
            new CareText(
                run.run().language(), run.law().pack().currency(), run.law().pack().care()));
    this.refused = new RefusedLines(run);
    this.cells = new LineCells(run);
    this.fhir = new FhirRemittance(run.law().pack().currency(), run.law().settings().fundName());
    this.page = new RemittancePage(run.letterhead(), day, run.run().headSha256());
  }

  /** Fills the zip, and writes the lists. */
  List<WrittenFile> write(StoredZip zip) throws IOException {
    WorkbookHead head = head("care.remittance.lines");
    List<WrittenFile> files = new ArrayList<>();
    files.addAll(
        new CsvAndWorkbook(run)
            .write(
                "remittance-lines-" + day,
                Told.lines(run),
                head,
                (csv, book) -> {
                  PeopleList all =
                      new PeopleList(
                          csv, book, head, run.letterhead(), "care.remittance.lines.sheet", LINES);
                  files.addAll(invoices(zip, all));
                  all.finish();
                }));
    return files;
  }

  private List<WrittenFile> invoices(StoredZip zip, PeopleList lines) throws IOException {
    WorkbookHead head = head("care.remittance.invoices");
    return new CsvAndWorkbook(run)
        .write(
            "remittance-invoices-" + day,
            Told.invoices(run),
            head,
            (csv, book) -> {
              PeopleList invoices =
                  new PeopleList(
                      csv,
                      book,
                      head,
                      run.letterhead(),
                      "care.remittance.invoices.sheet",
                      INVOICES);
              RemittanceSums all = invoices(zip, lines, invoices);
              invoices
                  .text(run.letterhead().words("label.total"))
                  .text("")
                  .text("")
                  .text("")
                  .empty();
              sums(invoices, all);
              invoices.finish();
            });
  }

  /** Papers are made on threads of their own, beside the reading and the lists. */
  private RemittanceSums invoices(StoredZip zip, PeopleList lines, PeopleList invoices)
      throws IOException {
    RemittanceSums[] all = {RemittanceSums.NONE};
    try (MadeBeside<Papers> papers = new MadeBeside<>("remittances", made -> made.addTo(zip))) {
      each(
          remittance -> {
            papers.add(() -> papers(remittance));
            lines(lines, remittance, null);
            for (Remittance.Invoice invoice : remittance.invoices()) {
              RemittanceSums sums = RemittanceSums.of(invoice);
              begin(invoices, remittance, invoice);
              sums(invoices, sums);
              all[0] = all[0].plus(sums);
            }
          });
      papers.finish();
    }
    return all[0];
  }

  private WorkbookHead head(String key) {
    return PeopleList.head(run.letterhead(), key + ".title", run.run().key().label(), day);
  }

  /** What a provider gets, made already. */
  @FunctionalInterface
  private interface Papers {
    void addTo(StoredZip zip) throws IOException;
  }

  /** The page, FHIR, and the lines as CSV and, where there are to be any, as workbook. */
  private Papers papers(Remittance remittance) throws IOException {
    String name = DocumentNames.remittance(remittance.providerNo(), remittance.number());
    byte[] html = html(remittance);
    byte[] ndjson = ndjson(remittance);
    ByteArrayOutputStream csv = new ByteArrayOutputStream();
    ByteArrayOutputStream book = new ByteArrayOutputStream();
    String content = book(csv, book, remittance);
    return zip -> {
      zip.add(name + ".html", html);
      zip.add(name + ".ndjson", ndjson);
      zip.add(name + ".csv", csv.toByteArray());
      if (content != null) {
        zip.add(name + ".xlsx", book.toByteArray(), content);
      }
    };
  }

  /** It fills one page at a time, and two threads ask. */
  private byte[] html(Remittance remittance) {
    synchronized (page) {
      return page.of(remittance);
    }
  }

  /** Canonical hash of the workbook; null where there is to be none. */
  private String book(OutputStream csv, OutputStream book, Remittance remittance)
      throws IOException {
    if (!run.law().settings().workbooks()) {
      paper(csv, null, null, remittance);
      return null;
    }
    WorkbookHead head =
        PeopleList.head(
            run.letterhead(), "care.remittance.lines.title", remittance.number().toString(), day);
    return WorkbookFile.pack(book, head, sheets -> paper(csv, sheets, head, remittance));
  }

  private void paper(OutputStream csv, WorkbookFile book, WorkbookHead head, Remittance remittance)
      throws IOException {
    PeopleList list =
        new PeopleList(csv, book, head, run.letterhead(), "care.remittance.lines.sheet", LINES);
    lines(list, remittance, run.letterhead().words("label.total"));
    list.finish();
  }

  private byte[] ndjson(Remittance remittance) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    fhir.write(out, remittance);
    return out.toByteArray();
  }

  /**
   * Writes the lines of a remittance.
   *
   * @param total word before the sums of each invoice and of all; null for no sums
   */
  private void lines(PeopleList list, Remittance remittance, String total) throws IOException {
    for (Remittance.Invoice invoice : remittance.invoices()) {
      int sign = invoice.takenBack() ? -1 : 1;
      for (Remittance.Line line : invoice.decided()) {
        begin(list, remittance, invoice);
        cells.write(list, line, sign);
        list.endRow();
      }
      if (total != null) {
        begin(list, remittance, invoice);
        sums(list, RemittanceSums.of(invoice), total);
      }
      for (Remittance.Line line : invoice.refusedAtIntake()) {
        begin(list, remittance, invoice);
        cells.write(list, line, sign);
        list.endRow();
      }
      if (total != null && !invoice.takenBack()) {
        asSent(list, remittance, invoice);
      }
    }
    if (total != null) {
      begin(list, remittance).text("").empty();
      RemittanceSums all =
          remittance.invoices().stream()
              .map(RemittanceSums::of)
              .reduce(RemittanceSums.NONE, RemittanceSums::plus);
      sums(list, all, total + " " + remittance.number());
    }
  }

  /** What leads from the lines here to the amount of the invoice as the provider sent it. */
  private void asSent(PeopleList list, Remittance remittance, Remittance.Invoice invoice)
      throws IOException {
    long here =
        Math.addExact(
            RemittanceSums.of(invoice).hereMinor(),
            invoice.refusedAtIntake().stream().mapToLong(Remittance.Line::chargedMinor).sum());
    long corrected = invoice.chargedMinor() - invoice.toldBeforeMinor() - here;
    tie(list, remittance, invoice, "care.told_before", invoice.toldBeforeMinor());
    tie(list, remittance, invoice, "care.corrected_difference", corrected);
    begin(list, remittance, invoice);
    amountOnly(list, "care.invoice_as_sent", invoice.chargedMinor());
  }

  private void tie(
      PeopleList list,
      Remittance remittance,
      Remittance.Invoice invoice,
      String key,
      long amountMinor)
      throws IOException {
    if (amountMinor != 0) {
      begin(list, remittance, invoice);
      amountOnly(list, key, amountMinor);
    }
  }

  private void amountOnly(PeopleList list, String key, long amountMinor) throws IOException {
    list.empty().text("").day(null).text("").text(run.letterhead().words(key)).text("");
    list.amount(amountMinor).text("").text("");
    list.amount(null).amount(null).amount(null).amount(null).text("").text("").endRow();
  }

  private static void sums(PeopleList list, RemittanceSums sums, String total) throws IOException {
    list.empty().text("").day(null).text("").text(total).text("");
    list.amount(sums.hereMinor())
        .text("")
        .text("")
        .amount(sums.payableMinor())
        .amount(sums.copayMinor())
        .amount(sums.patientMinor())
        .amount(sums.providerMinor())
        .text("")
        .text("")
        .endRow();
  }

  private static void begin(PeopleList list, Remittance remittance, Remittance.Invoice invoice)
      throws IOException {
    begin(list, remittance).text(invoice.invoiceNo()).count(invoice.version());
  }

  private static PeopleList begin(PeopleList list, Remittance remittance) throws IOException {
    return list.text(remittance.number().toString())
        .text(remittance.providerNo())
        .text(remittance.providerName());
  }

  private static void sums(PeopleList list, RemittanceSums sums) throws IOException {
    for (long minor : sums.inOrder()) {
      list.amount(minor);
    }
    list.endRow();
  }

  /** Does something with a remittance. */
  @FunctionalInterface
  private interface Each {
    void with(Remittance remittance) throws IOException;
  }

  private void each(Each each) throws IOException {
    RemittanceGroups groups = new RemittanceGroups(day, each::with);
    Span span = Told.spanOfLines(run);
    Span invoices = Told.spanOfInvoices(run);
    run.sql()
        .sql(Sql.of(getClass(), "remittance-lines"))
        .param("run", run.run().id())
        .param("from", span.from())
        .param("to", span.to())
        .param("others", span.otherArray())
        .param("fromInvoice", invoices.from())
        .param("toInvoice", invoices.to())
        .param("otherInvoices", invoices.otherArray())
        .param("inputs", run.inputArray())
        .param("withdrawn", run.withdrawnArray())
        .param("day", day)
        .withFetchSize(2_000)
        .query(
            row -> {
              try {
                groups.add(head(row), invoice(row), line(row));
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
    groups.finish();
  }

  private Remittance.Line line(ResultSet row) throws SQLException {
    return row.getInt("code") == 0 ? lines.line(row) : refused.line(row);
  }

  private static RemittanceGroups.Head head(ResultSet row) throws SQLException {
    return new RemittanceGroups.Head(
        new DocumentNumber(DocumentSeries.BORD, row.getInt("year"), row.getInt("number")),
        row.getString("provider_no"),
        row.getString("provider_name"));
  }

  private static RemittanceGroups.OfInvoice invoice(ResultSet row) throws SQLException {
    return new RemittanceGroups.OfInvoice(
        row.getString("invoice_no"),
        row.getInt("version"),
        row.getBoolean("taken_back"),
        row.getLong("invoice_minor"),
        row.getLong("refused_minor"),
        row.getLong("corrected_minor"),
        row.getLong("before_minor"));
  }
}
