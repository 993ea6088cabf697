package org.caisse.app;

import java.io.PrintWriter;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.caisse.jobs.decision.DecisionRun;
import org.caisse.jobs.run.RunOutcome;
import org.caisse.jobs.run.UsageException;

/** Keeps a decision on behalf of a person at a terminal. */
final class Decide {

  private final Caisse caisse;
  private final PrintWriter out;
  private final Map<String, List<String>> parameters = new HashMap<>();

  /**
   * @param by the person; null for whoever is logged in
   * @param date business date; null for today
   */
  Decide(Caisse caisse, PrintWriter out, String kind, String by, String date) {
    this.caisse = caisse;
    this.out = out;
    with("kind", kind);
    with("by", by == null ? System.getProperty("user.name", "unknown") : by);
    with("date", day(date).toString());
  }

  /** Adds a parameter, unless it is null. */
  Decide with(String name, String value) {
    if (value != null) {
      parameters.put(name, List.of(value));
    }
    return this;
  }

  /** Keeps it, and says what follows. */
  int keep() {
    try (Session session = Session.open(caisse)) {
      RunOutcome outcome =
          new Runner(session, out, caisse.json())
              .run(
                  DecisionRun.NAME,
                  parameters,
                  caisse.language(session.environment().settings().language()));
      if (outcome.exitCode() == Caisse.DONE && !caisse.json()) {
        DecisionView view = new DecisionView(session);
        view.ofRun(outcome.run().id()).ifPresent(said -> out.println(said));
      }
      return outcome.exitCode();
    }
  }

  private static LocalDate day(String date) {
    if (date == null) {
      return LocalDate.now(ZoneId.systemDefault());
    }
    try {
      return LocalDate.parse(date);
    } catch (DateTimeException e) {
      throw new UsageException("--date %s is no date; write it like 2026-03-12".formatted(date), e);
    }
  }
}
