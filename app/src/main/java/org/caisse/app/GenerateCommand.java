package org.caisse.app;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.concurrent.Callable;
import org.caisse.app.generate.ClaimGenerator;
import org.caisse.app.generate.FundGenerator;
import org.caisse.app.generate.FundOptions;
import org.caisse.app.generate.GeneratedClaims;
import org.caisse.app.generate.GeneratedFund;
import org.caisse.jobs.run.UsageException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes up a fund. */
@Command(
    name = "generate",
    description = {
      "Make up a fund: registry, a month of declarations with every kind of mistake, and the truth"
          + " about it.",
      "The same seed gives the same bytes, in constant memory at any size."
    })
final class GenerateCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      description = "folder to write into; must not hold a fund yet")
  private Path out;

  @Option(names = "--seed", defaultValue = "42", description = "default: ${DEFAULT-VALUE}")
  private long seed;

  @Option(names = "--employers", defaultValue = "3000", description = "default: ${DEFAULT-VALUE}")
  private int employers;

  @Option(names = "--persons", defaultValue = "60000", description = "default: ${DEFAULT-VALUE}")
  private int persons;

  @Option(
      names = "--period",
      paramLabel = "YYYY-MM",
      defaultValue = "2026-02",
      description = "default: ${DEFAULT-VALUE}")
  private YearMonth period;

  @Option(
      names = "--errors",
      paramLabel = "PERCENT",
      defaultValue = "100",
      description =
          "mistakes, in percent of the usual rates; 0 for none (default: ${DEFAULT-VALUE})")
  private int errors;

  @Option(
      names = "--mess",
      paramLabel = "PERCENT",
      defaultValue = "0",
      description =
          "employers whose files are in a form of their own, and corrections of rejects; 0 for"
              + " none (default: ${DEFAULT-VALUE})")
  private int mess;

  @Option(
      names = "--pack",
      paramLabel = "PACK",
      defaultValue = "bf-amu",
      description = "the law under which it declares: bf-amu or ml-amo (default: ${DEFAULT-VALUE})")
  private String pack;

  @Option(
      names = "--lines",
      description = "instead: one clean file of so many lines, as the benchmark uses")
  private Integer lines;

  @Option(
      names = "--claims",
      paramLabel = "LINES",
      defaultValue = "0",
      description =
          "also providers, dependants, an example nomenclature, and invoices of so many lines; 0"
              + " for none (default: ${DEFAULT-VALUE})")
  private int claims;

  @Override
  public Integer call() throws IOException {
    FundOptions options;
    try {
      options = lines == null ? sized() : FundOptions.lines(lines);
    } catch (IllegalArgumentException e) {
      throw new UsageException(e.getMessage(), e);
    }
    try {
      GeneratedFund fund = FundGenerator.generate(options, out);
      spec.commandLine()
          .getOut()
          .printf(
              "%s: %s, %s, %s with %s and %s (%s); the truth is in %s%n",
              fund.root(),
              Counted.of(fund.employers(), "employers"),
              Counted.of(fund.persons(), "persons"),
              Counted.of(fund.files(), "files"),
              Counted.of(fund.declarations(), "declarations"),
              Counted.of(fund.lines(), "lines"),
              Counted.of(fund.bytes(), "bytes"),
              fund.root().resolve("truth"));
      if (claims > 0) {
        claims(options);
      }
      return Caisse.DONE;
    } catch (FileAlreadyExistsException e) {
      throw new UsageException("%s holds a fund already: choose another --out".formatted(out), e);
    }
  }

  private void claims(FundOptions options) throws IOException {
    try {
      GeneratedClaims made = ClaimGenerator.generate(options, claims, out);
      spec.commandLine()
          .getOut()
          .printf(
              "%s: %s, %s with %s of invoices, to be refused: %s%n",
              made.root().resolve("invoices"),
              Counted.of(made.providers(), "providers"),
              Counted.of(made.files(), "files"),
              Counted.of(made.lines(), "lines"),
              Counted.of(made.rejects(), ""));
    } catch (IllegalArgumentException e) {
      throw new UsageException(e.getMessage(), e);
    }
  }

  private FundOptions sized() {
    return FundOptions.sized(seed, employers, persons, period)
        .withErrors(errors)
        .withMess(mess)
        .under(DemoScheme.of(pack));
  }
}
