package org.caisse.app;

import java.io.PrintWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.caisse.config.text.Language;
import org.caisse.jobs.decision.DecisionRun;
import org.caisse.jobs.person.PersonDecision;
import org.caisse.jobs.run.Run;
import org.caisse.jobs.run.RunOutcome;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Keeps a decision on behalf of a person at a terminal: what all commands of this kind share. */
final class Decide {

  private final Map<String, List<String>> parameters = new HashMap<>();

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(names = "--by", paramLabel = "NAME", description = "who (default: who is logged in)")
  private String by;

  @Mixin private BusinessDay date;

  /** Adds a parameter, unless it is null. */
  Decide with(String name, String value) {
    if (value != null) {
      parameters.put(name, List.of(value));
    }
    return this;
  }

  /** Adds a parameter that may be given several times. */
  Decide withAll(String name, List<String> values) {
    if (!values.isEmpty()) {
      parameters.put(name, List.copyOf(values));
    }
    return this;
  }

  /**
   * Keeps it, and says what follows.
   *
   * @param kind of decision, as the job names it
   */
  int keep(Caisse caisse, String kind) {
    return keep(caisse, DecisionRun.NAME, kind, Decide::said);
  }

  /**
   * Keeps a decision on two numbers of the registry, and says what follows.
   *
   * @param kind of decision, as the job names it
   */
  int keepOfPersons(Caisse caisse, String kind) {
    return keep(
        caisse,
        PersonDecision.NAME,
        kind,
        (session, run) -> new PersonView(session).ofRun(run, caisse.language(language(session))));
  }

  private int keep(
      Caisse caisse, String job, String kind, BiFunction<Session, Run, List<String>> said) {
    PrintWriter out = spec.commandLine().getOut();
    with("kind", kind);
    with("by", by == null ? System.getProperty("user.name", "unknown") : by);
    with("date", date.day().toString());
    try (Session session = Session.open(caisse)) {
      RunOutcome outcome =
          new Runner(session, out, caisse.json())
              .run(job, parameters, caisse.language(language(session)));
      if (outcome.exitCode() == Caisse.DONE && !caisse.json()) {
        said.apply(session, outcome.run()).forEach(out::println);
      }
      return outcome.exitCode();
    }
  }

  private static Language language(Session session) {
    return session.environment().settings().language();
  }

  private static List<String> said(Session session, Run run) {
    return new DecisionView(session).ofRun(run.id()).stream().toList();
  }
}
