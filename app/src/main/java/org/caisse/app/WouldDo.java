package org.caisse.app;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.caisse.config.text.Amounts;
import org.caisse.domain.reject.RejectCode;
import org.caisse.jobs.contribution.ContributionAssessment;
import org.caisse.jobs.run.Run;
import org.caisse.jobs.run.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a run that was tried out would leave, told before it is taken back. */
final class WouldDo {

  /** What every line about a dry run begins with. */
  static final String MARK = "DRY RUN / À BLANC";

  private static final List<String> AMOUNTS = List.of("posted", "reversed", "net");

  private final Session session;
  private final Run run;
  private final RunView view;

  WouldDo(Session session, Run run) {
    this.session = session;
    this.run = run;
    this.view = new RunView(session);
  }

  /** For people. */
  void print(PrintWriter out) {
    List<Map<String, Object>> postings = postings();
    if (postings.isEmpty()) {
      if (run.key().job().equals(ContributionAssessment.NAME)) {
        out.println("  would post nothing");
      }
    } else {
      Amounts amounts =
          new Amounts(
              session.environment().settings().language(),
              session.environment().law().pack().currency());
      for (Map<String, Object> row : postings) {
        for (String amount : AMOUNTS) {
          row.put(amount, amounts.number(((Number) row.get(amount)).longValue()));
        }
      }
      out.println("  would post");
      TextTable.print(out, postings);
    }
    table(out, "would count", counts());
    table(out, "would refuse", rejects());
    out.printf("  documents, marked: %s%n", documents());
  }

  /** For machines. */
  Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("postings", postings());
    Map<String, Object> numbers = new LinkedHashMap<>();
    counts().forEach(row -> numbers.put(String.valueOf(row.get("count")), row.get("number")));
    json.put("counts", numbers);
    json.put("rejects", rejects());
    json.put("documents", documents().toString());
    return json;
  }

  private Path documents() {
    return session.environment().workspace().outbox().resolve(run.key().label());
  }

  private List<Map<String, Object>> postings() {
    return JdbcClient.create(session.environment().dataSource())
        .sql(Sql.of(WouldDo.class, "would-post"))
        .param("run", run.id())
        .query()
        .listOfRows();
  }

  /** Those of the manifest that are not 0. */
  private List<Map<String, Object>> counts() {
    List<Map<String, Object>> rows = new ArrayList<>();
    Object counts = view.head(run).get("counts");
    if (counts != null) {
      Json.numbers(counts.toString())
          .forEach(
              (name, number) -> {
                if (number != 0) {
                  Map<String, Object> row = new LinkedHashMap<>();
                  row.put("count", name);
                  row.put("number", number);
                  rows.add(row);
                }
              });
    }
    return rows;
  }

  private List<Map<String, Object>> rejects() {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (Map<String, Object> reject : view.rejects(run)) {
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("reject", RejectCode.ofNumber(((Number) reject.get("code")).intValue()).name());
      row.put("count", reject.get("count"));
      rows.add(row);
    }
    return rows;
  }

  private static void table(PrintWriter out, String title, List<Map<String, Object>> rows) {
    if (!rows.isEmpty()) {
      out.printf("  %s%n", title);
      TextTable.print(out, rows);
    }
  }
}
