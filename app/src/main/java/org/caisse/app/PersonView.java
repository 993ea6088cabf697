package org.caisse.app;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.caisse.config.text.Amounts;
import org.caisse.config.text.Language;
import org.caisse.config.text.Messages;
import org.caisse.jobs.run.Run;
import org.caisse.jobs.run.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A person: the numbers that are it, what was decided of them, what was declared and posted. */
final class PersonView {

  private final Session session;
  private final JdbcClient sql;

  PersonView(Session session) {
    this.session = session;
    this.sql = JdbcClient.create(session.environment().dataSource());
  }

  /** The person of a number. */
  Optional<Long> person(String number) {
    return sql.sql("SELECT person_id FROM person WHERE person_no = ?")
        .param(number)
        .query(Long.class)
        .optional();
  }

  /** The person for programs, amounts in minor units. */
  Map<String, Object> of(long person) {
    Map<String, Object> page = new LinkedHashMap<>();
    page.put("numbers", rows("person-numbers", person));
    page.put("decisions", rows("person-decisions", person));
    page.put("contributions", rows("person-contributions", person));
    return page;
  }

  private List<Map<String, Object>> rows(String query, long person) {
    return sql.sql(Sql.of(PersonView.class, query)).param("person", person).query().listOfRows();
  }

  /** The person for people. */
  void print(PrintWriter out, long person, Language language) {
    Messages messages = Messages.of("documents", language);
    Map<String, Object> page = of(person);
    for (String part : page.keySet()) {
      List<Map<String, Object>> rows = titled(page.get(part), messages, language);
      out.println(messages.get("person." + part));
      if (rows.isEmpty()) {
        out.println("  " + messages.get("person." + part + ".none"));
      } else {
        TextTable.print(out, rows);
      }
    }
  }

  @SuppressWarnings("unchecked") // the lists of `of`
  private List<Map<String, Object>> titled(Object rows, Messages messages, Language language) {
    Amounts amounts = new Amounts(language, session.environment().law().pack().currency());
    List<Map<String, Object>> titled = new ArrayList<>();
    for (Map<String, Object> row : (List<Map<String, Object>>) rows) {
      Map<String, Object> shown = new LinkedHashMap<>();
      row.forEach(
          (name, value) -> {
            Object cell =
                switch (name) {
                  case "kind" -> messages.get("person.kind." + value);
                  case "base", "employer_share", "insured_share", "state_share" ->
                      amounts.number(((Number) value).longValue());
                  default -> value;
                };
            shown.put(messages.get("person.column." + name), cell);
          });
      titled.add(shown);
    }
    return titled;
  }

  /** What follows from the decision that a run kept. */
  List<String> ofRun(Run run, Language language) {
    Messages messages = Messages.of("documents", language);
    List<String> said = new ArrayList<>();
    sql.sql(Sql.of(PersonView.class, "person-decision-of-run"))
        .param("run", run.id())
        .query(
            row -> {
              said.add(
                  messages.get(
                      "person.decided." + row.getString("kind"),
                      row.getString("keep"),
                      row.getString("dropped")));
              if (!row.getString("kind").equals("DISTINCT")) {
                said.add(
                    messages.get(
                        "person.decided.file",
                        session
                            .environment()
                            .workspace()
                            .outbox()
                            .resolve(run.key().label())
                            .resolve("both-numbers.csv")));
              }
            });
    return said;
  }
}
