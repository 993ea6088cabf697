package org.caisse.app;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.caisse.config.text.Amounts;
import org.caisse.config.text.Language;
import org.caisse.config.text.Messages;
import org.caisse.domain.collection.Clearance;
import org.caisse.domain.collection.ClearanceRow;
import org.caisse.domain.collection.CollectionFacts;
import org.caisse.domain.collection.CoveredDebt;
import org.caisse.domain.collection.Instalment;
import org.caisse.domain.collection.OpenDebt;
import org.caisse.domain.collection.PlanStanding;
import org.caisse.domain.collection.Plans;
import org.caisse.domain.document.DocumentNumber;
import org.caisse.domain.document.DocumentSeries;
import org.caisse.jobs.collection.JoinedDebts;
import org.caisse.jobs.debt.Settled;
import org.caisse.jobs.run.Run;
import org.caisse.jobs.run.Sql;
import org.caisse.writers.document.DocumentNames;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was done about an employer's debts: letters, instalment plans, clearance certificates. */
final class CollectionView {

  private final Session session;
  private final JdbcClient sql;
  private final Messages messages;
  private final Amounts amounts;

  CollectionView(Session session, Language language) {
    this.session = session;
    this.sql = JdbcClient.create(session.environment().dataSource());
    this.messages = Messages.of("documents", language);
    this.amounts = new Amounts(language, session.environment().law().pack().currency());
  }

  /** For programs, amounts in minor units. */
  Map<String, Object> of(long employerId) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("letters", rows("collection-letters", employerId));
    all.put("plans", standing(employerId));
    all.put("certificates", rows("collection-certificates", employerId));
    return all;
  }

  /** For people; nothing when nothing was done. */
  void print(PrintWriter out, long employerId) {
    table(out, "collection.show.letters", rows("collection-letters", employerId), this::letter);
    table(out, "collection.show.plans", standing(employerId), this::plan);
    table(
        out,
        "collection.show.certificates",
        rows("collection-certificates", employerId),
        this::certificate);
  }

  /** What stands against a certificate, for programs. */
  static Map<String, Object> json(ClearanceRow found) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("employer", found.employerNo());
    all.put("date", found.businessDate());
    all.put("issued", false);
    all.put("owed", found.owed());
    all.put("undeclared", found.undeclared());
    return all;
  }

  /** What stands against a certificate, for people. */
  void printRefusal(PrintWriter out, ClearanceRow found) {
    out.println(
        messages.get("clearance.refused", found.employerNo(), amounts.date(found.businessDate())));
    List<Map<String, Object>> rows = new ArrayList<>();
    for (OpenDebt debt : found.owed()) {
      rows.add(against(debt.period(), debt.ogd(), debt.due(), amounts.number(debt.openMinor())));
    }
    for (Clearance.Undeclared month : found.undeclared()) {
      rows.add(against(month.period(), "", month.due(), messages.get("clearance.undeclared")));
    }
    TextTable.print(out, rows);
    out.println(messages.get("clearance.refused.todo"));
  }

  /** The certificate that a run issued, and where it is. */
  void printIssued(PrintWriter out, Run run) {
    sql.sql(
            "SELECT d.year, d.number, e.employer_no, c.valid_until FROM clearance c JOIN document d"
                + " USING (run_id) JOIN employer e ON e.employer_id = c.employer_id WHERE c.run_id"
                + " = ?")
        .param(run.id())
        .query(
            row -> {
              DocumentNumber number =
                  new DocumentNumber(
                      DocumentSeries.ATTEST, row.getInt("year"), row.getInt("number"));
              out.println(
                  messages.get(
                      "clearance.issued",
                      number.toString(),
                      amounts.date(row.getObject("valid_until", LocalDate.class)),
                      session
                          .environment()
                          .workspace()
                          .outbox()
                          .resolve(run.key().label())
                          .resolve(DocumentNames.clearance(number, row.getString("employer_no")))
                          .toString()));
            });
  }

  private Map<String, Object> against(LocalDate period, String ogd, LocalDate due, String what) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put(messages.get("label.period"), month(period));
    row.put(messages.get("label.ogd"), ogd);
    row.put(messages.get("account.due"), due);
    row.put(messages.get("account.open"), what);
    return row;
  }

  private interface Shown {
    Map<String, Object> of(Map<String, Object> row);
  }

  private void table(PrintWriter out, String title, List<Map<String, Object>> rows, Shown shown) {
    if (!rows.isEmpty()) {
      out.println();
      out.println(messages.get(title));
      TextTable.print(out, rows.stream().map(shown::of).toList());
    }
  }

  private List<Map<String, Object>> rows(String query, long employerId) {
    return sql.sql(Sql.of(CollectionView.class, query))
        .param("employer", employerId)
        .query()
        .listOfRows();
  }

  private Map<String, Object> letter(Map<String, Object> letter) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put(messages.get("label.number"), letter.get("number"));
    row.put(
        messages.get("collection.letter"), messages.get("collection.stage." + letter.get("stage")));
    row.put(messages.get("label.issued"), letter.get("issued"));
    row.put(messages.get("collection.months"), letter.get("months"));
    row.put(messages.get("collection.asked"), number(letter.get("asked")));
    row.put(
        messages.get("collection.served"),
        letter.get("served") == null ? "" : letter.get("served"));
    return row;
  }

  private Map<String, Object> plan(Map<String, Object> plan) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put(messages.get("collection.plan"), plan.get("plan"));
    row.put(messages.get("collection.acknowledged"), plan.get("acknowledged"));
    row.put(messages.get("collection.months"), plan.get("months"));
    row.put(messages.get("collection.agreed"), number(plan.get("agreed")));
    row.put(messages.get("account.paid"), number(plan.get("paid")));
    row.put(
        messages.get("label.state"),
        messages.get("collection.plan." + plan.get("state"), plan.get("day")));
    return row;
  }

  private Map<String, Object> certificate(Map<String, Object> certificate) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put(messages.get("label.number"), certificate.get("number"));
    row.put(messages.get("label.issued"), certificate.get("issued"));
    row.put(messages.get("clearance.until"), certificate.get("valid_until"));
    String state =
        (boolean) certificate.get("revoked") ? "REVOKED" : (String) certificate.get("kind");
    row.put(messages.get("label.state"), messages.get("clearance.state." + state));
    return row;
  }

  private String number(Object minor) {
    return amounts.number(((Number) minor).longValue());
  }

  /** The plans that count, as they stood on the day of the last settlement. */
  private List<Map<String, Object>> standing(long employerId) {
    Optional<LocalDate> day =
        sql.sql("SELECT max(business_date) FROM run WHERE job = ? AND status = 'COMPLETED'")
            .param(Settled.JOB)
            .query(LocalDate.class)
            .optional();
    if (day.isEmpty()) {
      return List.of();
    }
    int settlement =
        sql.sql("SELECT max(run_id) FROM run WHERE job = ? AND status = 'COMPLETED'")
            .param(Settled.JOB)
            .query(Integer.class)
            .single();
    Integer[] decisions =
        sql.sql("SELECT run_id FROM run WHERE job = ? AND status = 'COMPLETED'")
            .param(Settled.DECISIONS)
            .query(Integer.class)
            .list()
            .toArray(Integer[]::new);
    CollectionFacts facts =
        JoinedDebts.query(sql, settlement, decisions, Integer.MAX_VALUE, employerId, 0)
            .query((row, n) -> JoinedDebts.facts(row, day.get()))
            .single();
    Plans plans =
        new Plans(
            facts.instalments(),
            facts.covered(),
            facts.payments(),
            tolerance(day.get()),
            day.get());
    return facts.instalments().stream()
        .map(Instalment::plan)
        .distinct()
        .map(plan -> standing(facts, plans.standing(plan)))
        .toList();
  }

  private int tolerance(LocalDate day) {
    String parameter = session.environment().law().pack().collection().planTolerance();
    return session.environment().law().bound(parameter, day).map(Number::intValue).orElse(0);
  }

  private static Map<String, Object> standing(CollectionFacts facts, PlanStanding standing) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("plan", standing.plan());
    row.put(
        "acknowledged",
        facts.instalments().stream()
            .filter(one -> one.plan() == standing.plan())
            .findFirst()
            .orElseThrow()
            .from());
    row.put(
        "months",
        facts.covered().stream()
            .filter(debt -> debt.plan() == standing.plan())
            .map(CoveredDebt::period)
            .map(CollectionView::month)
            .collect(Collectors.joining(", ")));
    row.put("agreed", standing.agreedMinor());
    row.put("paid", standing.paidMinor());
    row.put("state", standing.state().name());
    row.put("day", standing.day());
    return row;
  }

  private static String month(LocalDate period) {
    return period.toString().substring(0, 7);
  }
}
