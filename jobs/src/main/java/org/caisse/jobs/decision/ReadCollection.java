package org.caisse.jobs.decision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.caisse.domain.document.DocumentNumber;
import org.caisse.domain.document.DocumentSeries;
import org.caisse.domain.ledger.Accounts;
import org.caisse.jobs.run.RunEnvironment;
import org.caisse.jobs.run.RunRequest;
import org.caisse.jobs.run.Sql;
import org.caisse.jobs.run.UsageException;
import org.caisse.jobs.run.Values;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Understands what a person decides about debts that are not paid: service of a formal notice,
 * instalment plan, write-off, prescription, and taking a decision back.
 */
final class ReadCollection {

  private static final List<String> REVOCABLE =
      List.of("WAIVER", "WRITE_OFF", "PRESCRIPTION", "PLAN", "SERVICE", "CERTIFICATE");

  private final RunEnvironment environment;
  private final JdbcClient sql;
  private final ReadDecision words;
  private final Values given;
  private final LocalDate date;

  ReadCollection(RunEnvironment environment, ReadDecision words, Values given, LocalDate date) {
    this.environment = environment;
    this.sql = JdbcClient.create(environment.dataSource());
    this.words = words;
    this.given = given;
    this.date = date;
  }

  RunRequest.Decided decided(String kind, String by) {
    return switch (kind) {
      case "service" -> service(by);
      case "plan" -> new ReadPlan(environment, words, given, date).decided(by);
      case "write-off" -> writeOff(by);
      case "prescription" -> prescription(by);
      default -> revocation(by);
    };
  }

  /** Says at the approval what has changed since the proposal. */
  void requireStill(String kind, Map<String, Object> decision) {
    if (kind.equals("PRESCRIPTION")) {
      new Prescribed(environment, date)
          .require(
              ((Number) decision.get("employer_id")).longValue(),
              ((java.sql.Date) decision.get("period")).toLocalDate());
    }
    if (kind.equals("REVOCATION")) {
      revocable((Integer) decision.get("revokes"));
    }
  }

  private RunRequest.Decided service(String by) {
    String word = given.text("notice");
    DocumentNumber notice =
        DocumentNumber.parse(word)
            .filter(number -> number.series() == DocumentSeries.MED)
            .orElseThrow(
                () ->
                    new UsageException(
                        "notice=%s is no number of a formal notice, like MED-2026-000012"
                            .formatted(word)));
    LocalDate on = given.date("on");
    Map<String, Object> letter =
        sql
            .sql(Sql.of(ReadCollection.class, "notice"))
            .param("year", notice.year())
            .param("number", notice.number())
            .query()
            .listOfRows()
            .stream()
            .findFirst()
            .orElseThrow(() -> new UsageException("there is no formal notice " + notice));
    LocalDate issued = ((java.sql.Date) letter.get("issued")).toLocalDate();
    if (on.isBefore(issued) || on.isAfter(date)) {
      throw new UsageException(
          "%s was issued on %s: it cannot be served on %s, as seen on %s"
              .formatted(notice, issued, on, date));
    }
    if (letter.get("served") != null) {
      throw new UsageException(
          "%s was served on %s, by decision %s: `caisse revoke %s` takes that back"
              .formatted(
                  notice,
                  letter.get("served"),
                  letter.get("decision_no"),
                  letter.get("decision_no")));
    }
    String reason = given.optional("reason").isEmpty() ? "served on " + on : words.line("reason");
    return new RunRequest.Decided(
        "SERVICE",
        null,
        ((Number) letter.get("employer_id")).longValue(),
        null,
        null,
        null,
        reason,
        by,
        null,
        new RunRequest.Details(on, notice, null));
  }

  private RunRequest.Decided writeOff(String by) {
    requireAccounts();
    ReadDecision.Debtor debtor = words.debtor();
    return new RunRequest.Decided(
        "WRITE_OFF",
        null,
        debtor.employerId(),
        given.month("period"),
        words.component(),
        words.amount(),
        words.line("reason"),
        by,
        null,
        debtor.details());
  }

  private RunRequest.Decided prescription(String by) {
    requireAccounts();
    long employer = words.employer();
    LocalDate period = given.month("period");
    LocalDate last = new Prescribed(environment, date).require(employer, period);
    return new RunRequest.Decided(
        "PRESCRIPTION",
        null,
        employer,
        period,
        null,
        null,
        words.line("reason"),
        by,
        null,
        new RunRequest.Details(last, null, null));
  }

  private RunRequest.Decided revocation(String by) {
    String word = given.text("decision");
    if (!word.matches("[0-9]{1,9}")) {
      throw new UsageException("decision=%s is no number of a decision".formatted(word));
    }
    int number = Integer.parseInt(word);
    Long employer = revocable(number);
    return new RunRequest.Decided(
        "REVOCATION",
        null,
        employer,
        null,
        null,
        null,
        words.line("reason"),
        by,
        null,
        new RunRequest.Details(null, null, number));
  }

  /**
   * The employer of a decision that counts and can be taken back.
   *
   * @throws UsageException when it does not, or cannot
   */
  private Long revocable(int number) {
    List<Map<String, Object>> found = new ArrayList<>();
    sql.sql("SELECT kind, employer_id FROM standing_decision WHERE decision_no = ?")
        .param(number)
        .query()
        .listOfRows()
        .forEach(found::add);
    if (found.isEmpty()) {
      throw new UsageException(
          "decision %d does not count: there is nothing to take back; `caisse decisions` lists them"
              .formatted(number));
    }
    String kind = (String) found.getFirst().get("kind");
    if (!REVOCABLE.contains(kind)) {
      throw new UsageException(
          "decision %d cannot be taken back: %s"
              .formatted(
                  number,
                  kind.equals("SETTLE") || kind.equals("UNSETTLE")
                      ? "settle the receipt anew"
                      : "what it did is final"));
    }
    return (Long) found.getFirst().get("employer_id");
  }

  private void requireAccounts() {
    try {
      new Accounts(environment.law().settings().accounts()).forMoney().forLosses();
    } catch (IllegalArgumentException e) {
      throw new UsageException(e.getMessage());
    }
  }
}
