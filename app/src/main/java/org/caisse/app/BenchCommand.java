package org.caisse.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.caisse.app.bench.Bench;
import org.caisse.app.bench.BenchOptions;
import org.caisse.app.bench.BenchReport;
import org.caisse.app.bench.ClaimsBench;
import org.caisse.app.bench.ClaimsOptions;
import org.caisse.app.bench.ClaimsReport;
import org.caisse.app.bench.ClaimsSums;
import org.caisse.app.bench.Measure;
import org.caisse.app.bench.WrongSumsException;
import org.caisse.jobs.run.UsageException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Measures Caisse against the SQL script that it replaces. */
@Command(
    name = "bench",
    description = {
      "Measure a contribution month against a plain SQL script that computes the same, on the same"
          + " server.",
      "The first time, a fund is made up and its registry loaded, which is not timed. Both must"
          + " agree to the franc.",
      "With --claims, measure a month of care after two years of it, from invoices to remittances,"
          + " beside a contribution month."
    })
final class BenchCommand implements Callable<Integer> {

  @ParentCommand private Caisse caisse;
  @Spec private CommandSpec spec;

  @Option(
      names = "--lines",
      defaultValue = "1000000",
      description =
          "of persons in the declaration file, and of invoices (default: ${DEFAULT-VALUE})")
  private int lines;

  @Option(names = "--rounds", description = "how often (default: 3; with --claims 1)")
  private Integer rounds;

  @Option(names = "--claims", description = "measure a month of care")
  private boolean claims;

  @Option(
      names = "--history",
      paramLabel = "LINES",
      description = "of care in the two years before, with --claims (default: five for each line)")
  private Integer history;

  @Override
  public Integer call() throws IOException, SQLException {
    PrintWriter out = spec.commandLine().getOut();
    Consumer<String> news =
        caisse.json()
            ? line -> {}
            : line -> {
              out.println(line + "…");
              out.flush();
            };
    try {
      return claims ? care(out, news) : contributions(out, news);
    } catch (WrongSumsException e) {
      spec.commandLine().getErr().println(e.getMessage());
      return Caisse.FAILED;
    }
  }

  private int contributions(PrintWriter out, Consumer<String> news)
      throws IOException, SQLException {
    if (history != null) {
      throw new UsageException("--history: it is for --claims only");
    }
    BenchOptions options =
        asked(
            () ->
                new BenchOptions(
                    folder(), lines, rounds == null ? 3 : rounds, Caisse.class.getName()));
    print(
        out,
        new BenchReport(lines, Runtime.getRuntime().maxMemory(), new Bench(options, news).run()));
    return Caisse.DONE;
  }

  private int care(PrintWriter out, Consumer<String> news) throws IOException, SQLException {
    ClaimsOptions options =
        asked(
            () ->
                new ClaimsOptions(
                    folder(),
                    lines,
                    history == null ? (int) Math.min(Integer.MAX_VALUE, 5L * lines) : history,
                    rounds == null ? 1 : rounds,
                    Caisse.class.getName()));
    ClaimsReport report =
        new ClaimsReport(
            options, Runtime.getRuntime().maxMemory(), new ClaimsBench(options, news).run());
    if (caisse.json()) {
      out.println(Json.text(report.json()));
      return Caisse.DONE;
    }
    ClaimsSums sums = report.sums();
    out.printf(
        "%n%,d lines of invoices (%,d taken in and decided on, of which %,d wait) after %,d lines"
            + " of history, %d processors, heap at most %d MB. Lines per second of each run of one"
            + " `caisse month`, and what part of the contribution month's that is.%n",
        sums.read(),
        sums.accepted(),
        sums.pended(),
        sums.history(),
        Runtime.getRuntime().availableProcessors(),
        Runtime.getRuntime().maxMemory() >> 20);
    TextTable.print(out, report.table());
    out.printf("%nWhere the time goes%n");
    TextTable.print(out, report.parts());
    out.flush();
    return Caisse.DONE;
  }

  private static <T> T asked(Supplier<T> options) {
    try {
      return options.get();
    } catch (IllegalArgumentException e) {
      throw new UsageException(e.getMessage(), e);
    }
  }

  private Path folder() {
    return caisse.home().resolve("bench");
  }

  private void print(PrintWriter out, BenchReport report) {
    if (caisse.json()) {
      out.println(Json.text(report.json()));
      return;
    }
    out.printf(
        "%n%,d lines, %d processors, heap at most %d MB. Ratio: time of the script / time of"
            + " Caisse; 1 is as fast.%n",
        lines, Runtime.getRuntime().availableProcessors(), Runtime.getRuntime().maxMemory() >> 20);
    TextTable.print(out, report.table());
    for (Measure.Kind kind : Measure.Kind.values()) {
      out.printf("%nWhere the time goes: %s (medians)%n", kind.label());
      TextTable.print(out, report.parts(kind));
    }
    out.flush();
  }
}
