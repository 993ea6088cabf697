package org.caisse.app;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.caisse.config.text.Amounts;
import org.caisse.config.text.Language;
import org.caisse.jobs.contribution.ContributionAssessment;
import org.caisse.jobs.regularisation.Regularisation;
import org.caisse.jobs.run.Run;
import org.caisse.jobs.run.RunOutcome;
import org.caisse.jobs.run.Sql;
import org.caisse.jobs.run.UsageException;
import org.caisse.jobs.run.Values;
import org.springframework.jdbc.core.simple.JdbcClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Assesses past months anew after the law changed for them, and tells what that changes. */
@Command(
    name = "regularise",
    description = {
      "After a change of the pack or of the settings that has effect in the past: assess each month"
          + " from … to … once more, post the differences,",
      "and tell each employer in one rectification notice. Months that were never assessed are left"
          + " out. With --dry-run nothing of it stays."
    })
final class RegulariseCommand implements Callable<Integer> {

  private static final int MOST_EMPLOYERS = 20;

  @ParentCommand private Caisse caisse;
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "name=value",
      description = "from=2025-01 to=2025-12, and date=2026-03-12 (default: today)")
  private List<String> parameters = new ArrayList<>();

  @Option(
      names = "--dry-run",
      description =
          "do everything and keep nothing: says what would be posted, documents are marked")
  private boolean dryRun;

  @Override
  public Integer call() {
    Map<String, List<String>> given = new LinkedHashMap<>(NamedValues.parse(parameters));
    given.putIfAbsent("date", List.of(LocalDate.now(ZoneId.systemDefault()).toString()));
    Values values = new Values(new Regularisation(), given);
    YearMonth from = YearMonth.from(values.month("from"));
    YearMonth to = YearMonth.from(values.month("to"));
    try (Session session = Session.open(caisse, dryRun)) {
      return regularise(session, from, to, values.date("date"));
    }
  }

  private int regularise(Session session, YearMonth from, YearMonth to, LocalDate asked) {
    PrintWriter out = spec.commandLine().getOut();
    List<Run> last = assessed(session, from, to);
    if (last.isEmpty()) {
      throw new UsageException(
          "no month from %s to %s was assessed: there is nothing to regularise"
              .formatted(from, to));
    }
    // The books of a month do not go back.
    LocalDate day =
        last.stream()
            .map(Run::businessDate)
            .filter(one -> one.isAfter(asked))
            .max(LocalDate::compareTo)
            .orElse(asked);
    Runner runner = new Runner(session, out, caisse.json());
    Language language = caisse.language(session.environment().settings().language());
    for (Run month : last) {
      RunOutcome outcome =
          runner.run(
              ContributionAssessment.NAME,
              Map.of("period", List.of(month.key().scope()), "date", List.of(day.toString())),
              language);
      if (outcome.exitCode() > Caisse.DONE_WITH_REJECTS) {
        return outcome.exitCode();
      }
    }
    if (!isToTell(session, from, to, day)) {
      say(out, "Nothing changed in the law that applies to these months: nobody is told anything.");
      return Caisse.DONE;
    }
    RunOutcome told =
        runner.run(
            Regularisation.NAME,
            Map.of(
                "from", List.of(from.toString()),
                "to", List.of(to.toString()),
                "date", List.of(day.toString())),
            language);
    if (told.run() != null && told.exitCode() == Caisse.DONE && !caisse.json()) {
      print(session, out, told.run());
    }
    return told.exitCode();
  }

  /** The last assessment of each month that has one, also one under way, which is completed. */
  private static List<Run> assessed(Session session, YearMonth from, YearMonth to) {
    List<Run> last = new ArrayList<>();
    for (YearMonth month = from; !month.isAfter(to); month = month.plusMonths(1)) {
      session.runs().last(ContributionAssessment.NAME, month.toString()).ifPresent(last::add);
    }
    return last;
  }

  private static boolean isToTell(Session session, YearMonth from, YearMonth to, LocalDate day) {
    Optional<Run> last = session.runs().last(Regularisation.NAME, Regularisation.scope(from, to));
    return last.filter(run -> run.status().isUnfinished()).isPresent()
        || Regularisation.untold(session.environment(), from, to, day) > 0;
  }

  private void print(Session session, PrintWriter out, Run run) {
    List<Map<String, Object>> employers =
        rows(session, query(session, "rectified-employers", run).param("most", MOST_EMPLOYERS));
    if (employers.isEmpty()) {
      say(out, "No employer owes more or less.");
      return;
    }
    out.printf("%nEmployers, by month%n");
    TextTable.print(out, rows(session, query(session, "rectified-months", run)));
    out.printf(
        "%nEmployers for which most changes (at most %d; all are in rectifications-%s.csv)%n",
        MOST_EMPLOYERS, run.key().scope());
    TextTable.print(out, employers);
    out.printf(
        "%nNotices and sums: %s%n",
        session.environment().workspace().outbox().resolve(run.key().label()));
    out.flush();
  }

  private static JdbcClient.StatementSpec query(Session session, String name, Run run) {
    return JdbcClient.create(session.environment().dataSource())
        .sql(Sql.of(RegulariseCommand.class, name))
        .param("run", run.id());
  }

  /** Rows with their amounts as people read them. */
  private static List<Map<String, Object>> rows(Session session, JdbcClient.StatementSpec asked) {
    List<Map<String, Object>> rows = asked.query().listOfRows();
    Amounts amounts =
        new Amounts(
            session.environment().settings().language(),
            session.environment().law().pack().currency());
    for (Map<String, Object> row : rows) {
      for (String amount : List.of("before", "after", "difference")) {
        row.put(amount, amounts.number(((Number) row.get(amount)).longValue()));
      }
    }
    return rows;
  }

  private void say(PrintWriter out, String text) {
    if (!caisse.json()) {
      out.println(text);
      out.flush();
    }
  }
}
