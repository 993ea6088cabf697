package org.caisse.jobs.decision;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.caisse.domain.pack.DebtPart;
import org.caisse.jobs.run.RunEnvironment;
import org.caisse.jobs.run.RunRequest;
import org.caisse.jobs.run.Sql;
import org.caisse.jobs.run.UsageException;
import org.caisse.jobs.run.Values;
import org.caisse.readers.line.FieldText;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Understands what a person decides, and says before anything is kept what cannot be. */
final class ReadDecision {

  private static final int MOST = 200;
  private static final List<String> COUNT_AT_ONCE =
      List.of("SETTLE", "UNSETTLE", "SERVICE", "CERTIFICATE");

  private final RunEnvironment environment;
  private final JdbcClient sql;
  private final Values given;
  private final LocalDate date;

  ReadDecision(RunEnvironment environment, Values given, LocalDate date) {
    this.environment = environment;
    this.sql = JdbcClient.create(environment.dataSource());
    this.given = given;
    this.date = date;
  }

  RunRequest.Decided decided() {
    String by = line("by");
    return switch (given.text("kind")) {
      case "settle" -> settle(by);
      case "unsettle" -> unsettle(by);
      case "waiver" -> waiver(by);
      case "refund" -> refund(by);
      case "close" -> close(by);
      case "approve" -> approve(by);
      case "service", "plan", "write-off", "prescription", "revoke" ->
          new ReadCollection(environment, this, given, date).decided(given.text("kind"), by);
      default ->
          throw new UsageException(
              "kind=%s is none of settle, unsettle, waiver, refund, close, service, plan, write-off, prescription, revoke, approve"
                  .formatted(given.text("kind")));
    };
  }

  private RunRequest.Decided settle(String by) {
    if (!given.optional("ogd").isEmpty()) {
      return transfer(by);
    }
    LocalDate period = given.optional("period").isEmpty() ? null : given.month("period");
    Debtor debtor = debtor();
    return new RunRequest.Decided(
        "SETTLE",
        receipt(),
        debtor.employerId(),
        period,
        given.optional("component").isEmpty() ? null : component(),
        null,
        line("reason"),
        by,
        null,
        debtor.details());
  }

  /** A receipt at the bank is the transfer of a delegated body. */
  private RunRequest.Decided transfer(String by) {
    long receipt = receipt();
    String ogd = given.text("ogd");
    String remittance = given.optional("remittance");
    boolean atBank =
        sql.sql("SELECT ogd_no = '' AND amount_minor > 0 FROM receipt WHERE receipt_id = ?")
            .param(receipt)
            .query(Boolean.class)
            .single();
    if (!atBank) {
      throw new UsageException(
          "receipt %s is no money that came to the bank: it is nobody's transfer"
              .formatted(given.text("receipt")));
    }
    boolean known =
        sql.sql(
                remittance.isEmpty()
                    ? "SELECT EXISTS (SELECT FROM ogd WHERE ogd_no = :ogd AND :number = '')"
                    : "SELECT EXISTS (SELECT FROM remittance WHERE ogd_no = :ogd AND number ="
                        + " :number AND refused = 0)")
            .param("ogd", ogd)
            .param("number", remittance)
            .query(Boolean.class)
            .single();
    if (!known) {
      throw new UsageException(
          remittance.isEmpty()
              ? "there is no delegated body %s".formatted(ogd)
              : "body %s sent no remittance %s: bodies-….csv of a settlement lists them"
                  .formatted(ogd, remittance));
    }
    return new RunRequest.Decided(
        "SETTLE",
        receipt,
        null,
        null,
        null,
        null,
        line("reason"),
        by,
        null,
        RunRequest.Details.transfer(ogd, remittance.isEmpty() ? null : remittance));
  }

  private RunRequest.Decided unsettle(String by) {
    long receipt = receipt();
    boolean settled =
        sql.sql(
                "SELECT num_nonnulls(employer_id, person_id, ogd_no) = 1 FROM receipt_match WHERE"
                    + " receipt_id = ? ORDER BY run_id DESC LIMIT 1")
            .param(receipt)
            .query(Boolean.class)
            .optional()
            .orElse(false);
    if (!settled) {
      throw new UsageException(
          "receipt %s belongs to nobody: there is nothing to take back"
              .formatted(given.text("receipt")));
    }
    return new RunRequest.Decided(
        "UNSETTLE", receipt, null, null, null, null, line("reason"), by, null);
  }

  private RunRequest.Decided waiver(String by) {
    Debtor debtor = debtor();
    return new RunRequest.Decided(
        "WAIVER",
        null,
        debtor.employerId(),
        given.month("period"),
        component(),
        amount(),
        line("reason"),
        by,
        null,
        debtor.details());
  }

  String component() {
    String word = given.text("component").toUpperCase(Locale.ROOT);
    Optional<DebtPart> part =
        Arrays.stream(DebtPart.values()).filter(p -> p.name().equals(word)).findFirst();
    if (part.isEmpty()) {
      throw new UsageException(
          "component=%s is none of contribution, late_declaration, late_payment, closed_late"
              .formatted(given.text("component")));
    }
    return part.get().name();
  }

  private RunRequest.Decided refund(String by) {
    Debtor debtor = debtor();
    long amount = amount();
    requireAdvance(debtor, amount);
    return new RunRequest.Decided(
        "REFUND",
        null,
        debtor.employerId(),
        null,
        null,
        amount,
        line("reason"),
        by,
        null,
        debtor.details());
  }

  private RunRequest.Decided close(String by) {
    LocalDate period = given.month("period");
    requireClosable(period);
    return new RunRequest.Decided(
        "CLOSE", null, null, period, null, null, line("reason"), by, null);
  }

  private RunRequest.Decided approve(String by) {
    String word = given.text("decision");
    if (!word.matches("[0-9]{1,9}")) {
      throw new UsageException("decision=%s is no number of a decision".formatted(word));
    }
    Map<String, Object> decision =
        sql
            .sql(Sql.of(ReadDecision.class, "decision"))
            .param("decision", Integer.parseInt(word))
            .query()
            .listOfRows()
            .stream()
            .findFirst()
            .orElseThrow(
                () ->
                    new UsageException(
                        "there is no decision %s: `caisse decisions` lists them".formatted(word)));
    String kind = (String) decision.get("kind");
    String proposer = (String) decision.get("proposed_by");
    if (COUNT_AT_ONCE.contains(kind)) {
      throw new UsageException("decision %s counts already: one person is enough".formatted(word));
    }
    if (decision.get("approved_by") != null) {
      throw new UsageException(
          "decision %s was approved by %s already".formatted(word, decision.get("approved_by")));
    }
    if (proposer.equalsIgnoreCase(by)) {
      throw new UsageException(
          "%s proposed decision %s: another person approves it".formatted(proposer, word));
    }
    if (date.isBefore(((java.sql.Date) decision.get("proposed_on")).toLocalDate())) {
      throw new UsageException(
          "decision %s was proposed on %s: it cannot be approved on %s, before that"
              .formatted(word, decision.get("proposed_on"), date));
    }
    if (kind.equals("REFUND")) {
      requireAdvance(
          new Debtor((Long) decision.get("employer_id"), (Long) decision.get("person_id")),
          ((Number) decision.get("amount_minor")).longValue());
    }
    if (kind.equals("CLOSE")) {
      requireClosable(((java.sql.Date) decision.get("period")).toLocalDate());
    }
    new ReadCollection(environment, this, given, date).requireStill(kind, decision);
    return new RunRequest.Decided(
        "APPROVE", null, null, null, null, null, "", by, Integer.parseInt(word));
  }

  /** A refund takes what waits for a debt, less what was approved and not settled yet. */
  private void requireAdvance(Debtor debtor, long amountMinor) {
    long waits =
        sql.sql(Sql.of(ReadDecision.class, "advance"))
            .param("employer", debtor.employerId())
            .param("person", debtor.personId())
            .query(Long.class)
            .single();
    if (amountMinor > waits) {
      throw new UsageException(
          "there is not so much to pay back: %d minor units wait as advance of this debtor"
              .formatted(Math.max(waits, 0)));
    }
  }

  /** Periods are closed in order, each once, when they are over. */
  private void requireClosable(LocalDate period) {
    if (!date.isAfter(period.plusMonths(1).minusDays(1))) {
      throw new UsageException("period %s is not over on %s".formatted(month(period), date));
    }
    if (isClosed(period)) {
      throw new UsageException("period %s is closed already".formatted(month(period)));
    }
    Optional<LocalDate> open =
        sql.sql(Sql.of(ReadDecision.class, "open-before"))
            .param("period", period)
            .query(LocalDate.class)
            .optional();
    if (open.isPresent()) {
      throw new UsageException(
          "periods are closed in order: %s has postings and is open".formatted(month(open.get())));
    }
    long unfinished =
        sql.sql(
                "SELECT count(*) FROM run WHERE status IN ('RUNNING', 'STOPPED', 'FAILED') AND job"
                    + " <> 'decision'")
            .query(Long.class)
            .single();
    if (unfinished > 0) {
      throw new UsageException(
          "runs are under way or unfinished: `caisse runs` lists them; complete them first");
    }
  }

  private boolean isClosed(LocalDate period) {
    return sql.sql("SELECT EXISTS (SELECT FROM period_state WHERE period = ?)")
        .param(period)
        .query(Boolean.class)
        .single();
  }

  static String month(LocalDate period) {
    return period.toString().substring(0, 7);
  }

  private long receipt() {
    String number = given.text("receipt");
    return sql.sql(
            "SELECT receipt_id FROM receipt JOIN run USING (run_id) WHERE receipt_no = ? AND status"
                + " = 'COMPLETED'")
        .param(number)
        .query(Long.class)
        .optional()
        .orElseThrow(
            () ->
                new UsageException(
                    "there is no receipt %s: the lists of a settlement name them, like 12-3"
                        .formatted(number)));
  }

  long employer() {
    String number = given.text("employer");
    return employer(number)
        .orElseThrow(() -> new UsageException("there is no employer %s".formatted(number)));
  }

  private Optional<Long> employer(String number) {
    return sql.sql("SELECT employer_id FROM employer WHERE employer_no = ?")
        .param(number)
        .query(Long.class)
        .optional();
  }

  /** Whose account it is about: an employer's, or that of a person; one of the two is null. */
  record Debtor(Long employerId, Long personId) {

    RunRequest.Details details() {
      return RunRequest.Details.ofPerson(personId);
    }
  }

  /** An employer of the number that is given, else an insured person of that number. */
  Debtor debtor() {
    String person = given.optional("person");
    String number = person.isEmpty() ? given.text("employer") : person;
    if (!person.isEmpty() && !given.optional("employer").isEmpty()) {
      throw new UsageException("say one of employer and person: an account is of one debtor");
    }
    return employer(person.isEmpty() ? number : "")
        .map(employer -> new Debtor(employer, null))
        .or(() -> person(number).map(one -> new Debtor(null, one)))
        .orElseThrow(
            () ->
                new UsageException(
                    "there is no employer and no insured person %s".formatted(number)));
  }

  private Optional<Long> person(String number) {
    return sql.sql("SELECT person_id FROM person WHERE person_no = ?")
        .param(number)
        .query(Long.class)
        .optional();
  }

  long amount() {
    return amount("amount", given.text("amount"));
  }

  long amount(String name, String text) {
    long minor = FieldText.amountMinor(text, environment.law().pack().currency().decimals());
    if (minor == FieldText.UNREADABLE || minor <= 0) {
      throw new UsageException("%s=%s is no amount".formatted(name, text));
    }
    return minor;
  }

  String line(String name) {
    String text = given.text(name).strip();
    if (text.isEmpty() || text.length() > MOST || text.chars().anyMatch(Character::isISOControl)) {
      throw new UsageException("%s=… is one line of at most %d characters".formatted(name, MOST));
    }
    return text;
  }
}
