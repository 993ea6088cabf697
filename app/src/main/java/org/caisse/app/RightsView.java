package org.caisse.app;

import java.io.PrintWriter;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.caisse.domain.right.ContributedMonth;
import org.caisse.domain.right.ContributedMonth.Payment;
import org.caisse.domain.right.HeadFacts;
import org.caisse.domain.right.HeadRow;
import org.caisse.domain.right.HeldStatus;
import org.caisse.domain.right.PostedRight;
import org.caisse.domain.right.RightPeriod;
import org.caisse.domain.right.RightTerms;
import org.caisse.jobs.entitlement.Entitlement;
import org.caisse.jobs.entitlement.JoinedRights;
import org.caisse.jobs.run.Sql;
import org.caisse.jobs.run.UsageException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Why a person has rights, or has none: contributions by month, lists, family, the rights that
 * stand with their reasons, and what the rules would change by now.
 */
final class RightsView {

  private final Session session;
  private final JdbcClient sql;

  /**
   * What is known of a person.
   *
   * @param personNo number of the person
   * @param day as of which
   * @param parts rows of each part, with codes, by its name
   */
  record Page(String personNo, LocalDate day, Map<String, List<Map<String, Object>>> parts) {}

  RightsView(Session session) {
    this.session = session;
    this.sql = JdbcClient.create(session.environment().dataSource());
  }

  /**
   * The person of a number.
   *
   * @param on day as of which, or null for that of the last run that is completed
   * @throws UsageException when there is none, or the pack says nothing of care
   */
  Page find(String number, LocalDate on) {
    LocalDate day = on == null ? lastDay() : on;
    RightTerms terms = Entitlement.requireLaw(session.environment(), day);
    long person =
        person(number).orElseThrow(() -> new UsageException("there is no person " + number));
    List<Integer> inputs = runs(Entitlement.READS, day);
    List<Integer> before = runs(List.of(Entitlement.NAME), day);
    List<Integer> withdrawn =
        sql.sql(Sql.of(RightsView.class, "rights-withdrawn")).query(Integer.class).list();
    MissingRights.Heads heads =
        of ->
            person(of)
                .flatMap(
                    id ->
                        head(
                            new JoinedRights.Asked(inputs, withdrawn, before, 0, id, 0),
                            day,
                            terms));
    Optional<HeadRow> facts = heads.of(number);
    Map<String, List<Map<String, Object>>> parts = new LinkedHashMap<>();
    parts.put("contributions", facts.map(RightsView::months).orElse(List.of()));
    parts.put("payments", rows("rights-payments", person, inputs, withdrawn, before));
    parts.put("lists", facts.map(RightsView::lists).orElse(List.of()));
    parts.put("families", rows("rights-families", person, inputs, withdrawn, before));
    parts.put("rights", rows("rights-standing", person, inputs, withdrawn, before));
    parts.put(
        "missing",
        new MissingRights(day, terms, heads)
            .of(number, parts.get("families"), parts.get("rights")));
    parts.put("closed_late", rows("rights-closed-late", person, inputs, withdrawn, before));
    parts.put("next", facts.map(row -> next(row.judged(terms))).orElse(List.of()));
    return new Page(number, day, parts);
  }

  private Optional<Long> person(String number) {
    return sql.sql(
            "SELECT kept_id FROM kept_person JOIN person USING (person_id) WHERE person_no = ?")
        .param(number)
        .query(Long.class)
        .optional();
  }

  private Optional<HeadRow> head(JoinedRights.Asked asked, LocalDate day, RightTerms terms) {
    return JoinedRights.heads(sql, asked, session.environment().law())
        .query((row, n) -> JoinedRights.head(row, day, terms))
        .optional();
  }

  private LocalDate lastDay() {
    return sql.sql("SELECT max(business_date) FROM run WHERE status = 'COMPLETED'")
        .query(LocalDate.class)
        .optional()
        .orElseThrow(() -> new UsageException("no run is completed yet: nothing is known"));
  }

  private List<Integer> runs(List<String> jobs, LocalDate day) {
    return sql.sql(Sql.of(RightsView.class, "rights-inputs"))
        .param("jobs", jobs.toArray(String[]::new))
        .param("day", day)
        .query(Integer.class)
        .list();
  }

  private List<Map<String, Object>> rows(
      String query,
      long person,
      List<Integer> inputs,
      List<Integer> withdrawn,
      List<Integer> before) {
    return sql.sql(Sql.of(RightsView.class, query))
        .param("person", person)
        .param("inputs", inputs.toArray(Integer[]::new))
        .param("withdrawn", withdrawn.toArray(Integer[]::new))
        .param("before", before.toArray(Integer[]::new))
        .query((row, n) -> row(row))
        .list();
  }

  private static Map<String, Object> row(ResultSet row) throws SQLException {
    Map<String, Object> cells = new LinkedHashMap<>();
    for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
      String name = row.getMetaData().getColumnLabel(i);
      boolean day = row.getMetaData().getColumnType(i) == Types.DATE;
      cells.put(name, day ? row.getObject(i, LocalDate.class) : row.getString(i));
    }
    return cells;
  }

  private static List<Map<String, Object>> months(HeadRow facts) {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (ContributedMonth month : facts.months()) {
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("month", month.month());
      row.put("employer", month.employerNo());
      row.put("population", month.population());
      row.put("state", month.assessed() ? "assessed" : "declared");
      row.put("due", month.due());
      boolean givenUp = month.paidOn() == null && month.givenUpOn() != null;
      boolean own = month.employerNo().isEmpty() && month.payment() == Payment.ACCOUNT;
      row.put("payment", givenUp ? "given_up" : own ? "OWN" : month.payment().name());
      row.put("settled", givenUp ? month.givenUpOn() : month.paidOn());
      rows.add(row);
    }
    return rows;
  }

  private static List<Map<String, Object>> lists(HeadRow facts) {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (HeadFacts.Listed listed : facts.listed()) {
      rows.add(span(listed.population(), listed.from(), listed.to()));
    }
    for (HeldStatus status : facts.statuses()) {
      rows.add(span((status.kind() + " " + status.detail()).trim(), status.from(), status.to()));
    }
    return rows;
  }

  private static Map<String, Object> span(String what, LocalDate from, LocalDate to) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("what", what);
    row.put("from", from);
    row.put("to", to);
    return row;
  }

  /** What would be posted by now of the person's own rights. */
  private static List<Map<String, Object>> next(HeadRow judged) {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (PostedRight change : judged.changes()) {
      if (change.reverses() != 0) {
        continue;
      }
      RightPeriod right = change.period();
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("payer", right.payer());
      row.put("from", right.from());
      row.put("to", right.to());
      row.put("population", right.population());
      row.put("rule", right.rule());
      row.put("why", right.why().name());
      row.put("why_arguments", right.arguments());
      row.put("end_why", right.endWhy() == null ? null : right.endWhy().name());
      row.put("end_arguments", right.endArguments());
      rows.add(row);
    }
    return rows;
  }

  /** The page for people. */
  void print(PrintWriter out, Page page, RightsWords words) {
    out.println(words.title(page.personNo(), page.day()));
    page.parts()
        .forEach(
            (part, rows) -> {
              if ((part.equals("missing") || part.equals("payments")) && rows.isEmpty()) {
                return;
              }
              out.println();
              out.println(words.part(part));
              if (rows.isEmpty()) {
                out.println("  " + words.none());
              } else {
                TextTable.print(out, rows.stream().map(words::row).toList());
              }
            });
  }
}
