package org.caisse.app;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.caisse.config.text.Language;
import org.caisse.jobs.claim.ClaimAdjudication;
import org.caisse.jobs.contribution.ContributionAssessment;
import org.caisse.jobs.invoice.InvoiceIntake;
import org.caisse.jobs.run.FileStore;
import org.caisse.jobs.run.Run;
import org.caisse.jobs.run.RunOutcome;
import org.caisse.jobs.run.TakenFile;
import org.caisse.jobs.withdrawal.AffectedMonths;
import org.caisse.jobs.withdrawal.FileWithdrawal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Withdraws a file. */
@Command(
    name = "withdraw",
    description = {
      "Withdraw a file that was taken in: from now on nothing of it counts, and the months that it"
          + " is about are assessed again, which reverses what came from it.",
      "The same file, or the same sequence numbers, can be sent again afterwards."
    })
final class WithdrawCommand implements Callable<Integer> {

  @ParentCommand private Caisse caisse;
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "FILE",
      description =
          "its number, label (2026-03-09/declaration-intake-1/3), name, day/name or sha256")
  private String word;

  @Mixin private Reason reason;

  @Mixin private BusinessDay date;

  @Option(
      names = "--no-assess",
      description = "only withdraw, and say which months are to be assessed")
  private boolean noAssess;

  @Option(
      names = "--dry-run",
      description =
          "do everything and keep nothing: says what would be posted, documents are marked")
  private boolean dryRun;

  @Override
  public Integer call() {
    try (Session session = Session.open(caisse, dryRun)) {
      return withdraw(session);
    }
  }

  private int withdraw(Session session) {
    PrintWriter out = spec.commandLine().getOut();
    FileStore files = new FileStore(session.environment());
    TakenFile file = files.one(word);
    Runner runner = new Runner(session, out, caisse.json());
    Language language = caisse.language(session.environment().settings().language());
    int exit = Caisse.DONE;
    if (file.isWithdrawn()) {
      say(out, "File %d was withdrawn on %s already.", file.id(), file.withdrawal().on());
    } else {
      say(
          out,
          "File %d  %s  %s, received %s",
          file.id(),
          file.label(),
          file.name(),
          file.receivedOn());
      exit = runner.run(FileWithdrawal.NAME, parameters(file), language).exitCode();
      file = files.find(file.id()).orElseThrow();
      if (exit == Caisse.FAILED || !file.isWithdrawn()) {
        return Caisse.FAILED;
      }
    }
    return Math.max(exit, assess(session, runner, file, language));
  }

  private Map<String, List<String>> parameters(TakenFile file) {
    return Map.of(
        "file",
        List.of(Integer.toString(file.id())),
        "reason",
        List.of(reason.text()),
        "date",
        List.of(date.day().toString()));
  }

  private int assess(Session session, Runner runner, TakenFile file, Language language) {
    List<YearMonth> months = AffectedMonths.of(session.environment(), file.id());
    int exit = Caisse.DONE;
    for (YearMonth month : months) {
      LocalDate day = assessedOn(session, month, file.withdrawal().on());
      Map<String, List<String>> parameters =
          Map.of("period", List.of(month.toString()), "date", List.of(day.toString()));
      if (noAssess) {
        say(
            spec.commandLine().getOut(),
            "To be assessed: `caisse run %s period=%s date=%s`",
            ContributionAssessment.NAME,
            month,
            day);
        continue;
      }
      exit = Math.max(exit, assess(session, runner, file, parameters, language));
    }
    if (file.run().job().equals(InvoiceIntake.NAME)) {
      say(
          spec.commandLine().getOut(),
          "What was decided of its care is taken back when care is decided on next: `caisse run %s"
              + " date=%s`",
          ClaimAdjudication.NAME,
          file.withdrawal().on());
    } else if (months.isEmpty()) {
      say(
          spec.commandLine().getOut(),
          "No month that it is about was assessed: nothing is posted.");
    }
    return exit;
  }

  /** The day of the withdrawal, or that of the last assessment: books do not go back. */
  private static LocalDate assessedOn(Session session, YearMonth month, LocalDate withdrawn) {
    return session
        .runs()
        .last(ContributionAssessment.NAME, month.toString())
        .map(Run::businessDate)
        .filter(last -> last.isAfter(withdrawn))
        .orElse(withdrawn);
  }

  /** An unfinished assessment is completed first; it may have begun before the withdrawal. */
  private static int assess(
      Session session,
      Runner runner,
      TakenFile file,
      Map<String, List<String>> parameters,
      Language language) {
    RunOutcome outcome = runner.run(ContributionAssessment.NAME, parameters, language);
    boolean before =
        outcome.result() == RunOutcome.Result.COMPLETED
            && !session.runs().inputs(outcome.run().id()).contains(file.withdrawal().runId());
    return before
        ? runner.run(ContributionAssessment.NAME, parameters, language).exitCode()
        : outcome.exitCode();
  }

  private void say(PrintWriter out, String text, Object... arguments) {
    if (!caisse.json()) {
      out.printf(text + "%n", arguments);
      out.flush();
    }
  }
}
