package org.caisse.app;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.caisse.config.text.Language;
import org.caisse.domain.document.DocumentNumber;
import org.caisse.jobs.declaration.DeclarationIntake;
import org.caisse.jobs.run.RunKey;
import org.caisse.jobs.run.Sql;
import org.caisse.jobs.run.UsageException;
import org.caisse.writers.document.DocumentNames;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people see of a document when they have its number. */
final class DocumentView {

  private final Session session;

  DocumentView(Session session) {
    this.session = session;
  }

  /**
   * What a document is about, which run made it, and where it is.
   *
   * @throws UsageException when the number was never given
   */
  Map<String, Object> of(DocumentNumber number) {
    Map<String, Object> row =
        JdbcClient.create(session.environment().dataSource())
            .sql(Sql.of(DocumentView.class, "document"))
            .param("series", number.series().name())
            .param("year", number.year())
            .param("number", number.number())
            .query()
            .listOfRows()
            .stream()
            .findFirst()
            .orElseThrow(
                () ->
                    new UsageException(
                        "there is no document %s: the number was never given".formatted(number)));
    RunKey run =
        new RunKey((String) row.get("job"), (String) row.get("scope"), (Integer) row.get("seq"));
    LocalDate period = row.get("period") == null ? null : LocalDate.parse(text(row, "period"));
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("document", number.toString());
    document.put("date", text(row, "business_date"));
    document.put("period", period == null ? null : period.toString().substring(0, 7));
    document.put("employer", row.get("employer_no"));
    document.put("ogd", row.get("ogd_no"));
    document.put("provider", row.get("provider_no"));
    document.put("person", row.get("person_no"));
    document.put("received", row.get("file_name"));
    document.put("run", run.label());
    document.put("status", row.get("status"));
    document.put(
        "file",
        session.environment().workspace().outbox().resolve(run.label())
            + "/"
            + place(number, period, row));
    document.values().removeIf(Objects::isNull);
    return document;
  }

  /** A page for declarations; of all else that is taken in a list. */
  private static String acknowledgement(int ordinal, String fileName, Map<String, Object> row) {
    return text(row, "job").equals(DeclarationIntake.NAME)
        ? DocumentNames.acknowledgement(ordinal, fileName) + ".html"
        : DocumentNames.acknowledgementList(ordinal, fileName) + ".csv";
  }

  /** In the run's outbox; behind a {@code !} comes the place in a zip. */
  private static String place(DocumentNumber number, LocalDate period, Map<String, Object> row) {
    Language language = Language.ofCode(text(row, "language")).orElseThrow();
    return switch (number.series()) {
      case AR -> acknowledgement((Integer) row.get("ordinal"), text(row, "file_name"), row);
      case RETRAIT -> DocumentNames.withdrawal(text(row, "file_name")) + ".html";
      case RECT ->
          DocumentNames.rectifications(text(row, "scope"))
              + "!"
              + DocumentNames.employerFolder(text(row, "employer_no"))
              + DocumentNames.rectification(language);
      case AVIS -> inZip(period, row) + DocumentNames.notice(language);
      case RAPPEL ->
          row.get("stage") == null
              ? inZip(period, row) + DocumentNames.notice(language)
              : letter(number, row);
      case MED -> letter(number, row);
      case ATTEST -> DocumentNames.clearance(number, text(row, "employer_no"));
      case RELEVE ->
          period == null
              ? account(LocalDate.parse(text(row, "business_date")), row, language)
              : inZip(period, row) + DocumentNames.statement(language);
      case OGD -> DocumentNames.ogd(text(row, "ogd_no"), period) + ".csv";
      case ETAT -> DocumentNames.state(period) + ".csv";
      case BORD ->
          DocumentNames.remittances(LocalDate.parse(text(row, "business_date")))
              + "!"
              + DocumentNames.remittance(text(row, "provider_no"), number)
              + ".csv";
      case DECOMPTE ->
          DocumentNames.careStatements(LocalDate.parse(text(row, "business_date")))
              + "!"
              + DocumentNames.careStatement(text(row, "person_no"), number);
    };
  }

  private static String account(LocalDate day, Map<String, Object> row, Language language) {
    return row.get("employer_no") == null
        ? DocumentNames.personStatements(day)
            + "!"
            + DocumentNames.debtorStatement(text(row, "person_no"), language)
        : DocumentNames.debtorStatements(day)
            + "!"
            + DocumentNames.debtorStatement(text(row, "employer_no"), language);
  }

  private static String letter(DocumentNumber number, Map<String, Object> row) {
    return DocumentNames.letters(LocalDate.parse(text(row, "business_date")))
        + "!"
        + DocumentNames.letter(text(row, "employer_no"), number);
  }

  private static String inZip(LocalDate period, Map<String, Object> row) {
    return DocumentNames.employers(period)
        + "!"
        + DocumentNames.employerFolder(text(row, "employer_no"));
  }

  private static String text(Map<String, Object> row, String column) {
    return String.valueOf(row.get(column));
  }
}
