package org.caisse.jobs.contribution;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.caisse.domain.document.DocumentNumber;
import org.caisse.domain.document.DocumentSeries;
import org.caisse.jobs.document.CsvAndWorkbook;
import org.caisse.jobs.run.Sql;
import org.caisse.writers.document.DocumentNames;
import org.caisse.writers.document.MissingFile;
import org.caisse.writers.document.MissingForm;
import org.caisse.writers.document.MissingWorkbook;
import org.caisse.writers.document.OgdFile;
import org.caisse.writers.document.OgdForm;
import org.caisse.writers.document.OgdWorkbook;
import org.caisse.writers.document.StateFile;
import org.caisse.writers.document.StateForm;
import org.caisse.writers.document.StateWorkbook;
import org.caisse.writers.file.WrittenFile;
import org.caisse.writers.workbook.WorkbookHead;

/**
 * What delegated bodies, the State, and those who call the silent are told: how the month stands
 * after the run.
 */
final class BodyDocuments {

  /** A delegated body to which the run writes. */
  private record Ogd(String no, String name, DocumentNumber number) {}

  private final MonthPapers papers;
  private final Month month;
  private final CsvAndWorkbook files;
  private final List<Ogd> ogds;

  BodyDocuments(MonthPapers papers) {
    this.papers = papers;
    this.month = papers.month();
    this.files = new CsvAndWorkbook(papers.run());
    this.ogds =
        month
            .bind(papers.run().sql().sql(Sql.of(BodyDocuments.class, "ogds")))
            .query(
                (row, n) ->
                    new Ogd(
                        row.getString("ogd_no"),
                        row.getString("name"),
                        month.number(DocumentSeries.OGD, row.getInt("number"))))
            .list();
  }

  /** Name of each delegated body by its code. */
  Map<String, String> ogdNames() {
    Map<String, String> names = new LinkedHashMap<>();
    ogds.forEach(ogd -> names.put(ogd.no(), ogd.name()));
    return names;
  }

  List<WrittenFile> write() throws IOException {
    List<WrittenFile> written = new ArrayList<>();
    for (Ogd ogd : ogds) {
      written.addAll(ogd(ogd));
    }
    written.addAll(state());
    written.addAll(missing());
    return written;
  }

  private List<WrittenFile> ogd(Ogd ogd) throws IOException {
    WorkbookHead head = papers.titles().ogd(ogd.number(), ogd.name(), month.start());
    return files.write(
        DocumentNames.ogd(ogd.no(), month.start()),
        head,
        (csv, book) -> {
          List<OgdForm> forms = new ArrayList<>();
          forms.add(
              new OgdFile(
                  csv, papers.letterhead(), ogd.number(), ogd.no(), ogd.name(), month.start()));
          if (book != null) {
            forms.add(new OgdWorkbook(book, head, papers.letterhead(), papers.populations()));
          }
          ogdRows(ogd, forms);
          for (OgdForm form : forms) {
            form.finish();
          }
        });
  }

  private void ogdRows(Ogd ogd, List<OgdForm> forms) {
    papers.each(
        "ogd-employers",
        Map.of("ogd", ogd.no()),
        row -> {
          for (OgdForm form : forms) {
            form.employer(AssessmentDocuments.employerMonth(row, month.start()));
          }
        });
    papers.each(
        "ogd-enrolled",
        Map.of("ogd", ogd.no()),
        row -> {
          for (OgdForm form : forms) {
            form.enrolled(
                row.getString("population"),
                row.getInt("persons"),
                AssessmentDocuments.shares(row));
          }
        });
  }

  private List<WrittenFile> state() throws IOException {
    DocumentNumber number = month.number(DocumentSeries.ETAT, stateNumber());
    WorkbookHead head = papers.titles().state(number, month.start());
    Map<String, String> names = ogdNames();
    return files.write(
        DocumentNames.state(month.start()),
        head,
        (csv, book) -> {
          List<StateForm> forms = new ArrayList<>();
          forms.add(new StateFile(csv, papers.letterhead(), number, month.start()));
          if (book != null) {
            forms.add(new StateWorkbook(book, head, papers.letterhead(), papers.populations()));
          }
          papers.each(
              "state-funded",
              Map.of(),
              row -> {
                for (StateForm form : forms) {
                  form.funded(
                      row.getString("ogd_no"),
                      names.getOrDefault(row.getString("ogd_no"), ""),
                      row.getString("population"),
                      row.getInt("persons"),
                      row.getLong("state_minor"));
                }
              });
          for (StateForm form : forms) {
            form.finish();
          }
        });
  }

  private List<WrittenFile> missing() throws IOException {
    String name = DocumentNames.missing(month.start());
    WorkbookHead head = papers.titles().missing(name, month.start());
    return files.write(
        name,
        head,
        (csv, book) -> {
          List<MissingForm> forms = new ArrayList<>();
          forms.add(new MissingFile(csv, papers.letterhead(), month.start()));
          if (book != null) {
            forms.add(new MissingWorkbook(book, head, papers.letterhead(), month.start()));
          }
          papers.each(
              "missing",
              Map.of(),
              row -> {
                for (MissingForm form : forms) {
                  form.append(
                      row.getString("employer_no"),
                      row.getString("name"),
                      row.getString("ogd_no"),
                      row.getObject("since", LocalDate.class));
                }
              });
          for (MissingForm form : forms) {
            form.finish();
          }
        });
  }

  private int stateNumber() {
    return papers
        .run()
        .sql()
        .sql("SELECT first FROM document_range WHERE run_id = :run AND series = :series")
        .param("run", papers.run().run().id())
        .param("series", DocumentSeries.ETAT.name())
        .query(Integer.class)
        .single();
  }
}
