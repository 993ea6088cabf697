package org.caisse.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.caisse.app.bench.Bench;
import org.caisse.app.bench.BenchOptions;
import org.caisse.app.bench.BenchReport;
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
          + " agree to the franc."
    })
final class BenchCommand implements Callable<Integer> {

  @ParentCommand private Caisse caisse;
  @Spec private CommandSpec spec;

  @Option(
      names = "--lines",
      defaultValue = "1000000",
      description = "of persons in the declaration file (default: ${DEFAULT-VALUE})")
  private int lines;

  @Option(names = "--rounds", defaultValue = "3", description = "default: ${DEFAULT-VALUE}")
  private int rounds;

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
    BenchOptions options;
    try {
      options =
          new BenchOptions(caisse.home().resolve("bench"), lines, rounds, Caisse.class.getName());
    } catch (IllegalArgumentException e) {
      throw new UsageException(e.getMessage(), e);
    }
    try {
      BenchReport report =
          new BenchReport(lines, Runtime.getRuntime().maxMemory(), new Bench(options, news).run());
      print(out, report);
      return Caisse.DONE;
    } catch (WrongSumsException e) {
      spec.commandLine().getErr().println(e.getMessage());
      return Caisse.FAILED;
    }
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
