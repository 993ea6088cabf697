package org.caisse.app.month;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.caisse.app.TestHome;
import org.caisse.app.generate.ClaimGenerator;
import org.caisse.app.generate.FundGenerator;
import org.caisse.app.generate.FundOptions;
import org.caisse.app.generate.GeneratedClaims;
import org.caisse.domain.run.FailPoint;
import org.caisse.jobs.invoice.InvoiceIntake;
import org.caisse.jobs.registry.RegistryLoad;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a provider is told before sending is what the fund's intake says afterwards. */
class ValidateInvoicesTest {

  /** Only the fund's registry, or what was sent before, knows these. */
  private static final Set<String> OF_THE_FUND =
      Set.of(
          "407 PROVIDER_UNKNOWN",
          "344 RANK_UNKNOWN",
          "302 PERSON_UNKNOWN",
          "254 INVOICE_REUSED",
          "257 INVOICE_UNKNOWN",
          "258 INVOICE_SUPERSEDED",
          "320 LINE_TAKEN_BEFORE");

  @Test
  void everyRefusalThatNeedsNoRegistryIsToldBeforeSendingInTheSameWords(@TempDir Path folder)
      throws IOException {
    FundOptions options = FundOptions.sized(7, 20, 600, FundOptions.DEMO_PERIOD).withErrors(400);
    Path made = folder.resolve("made");
    FundGenerator.generate(options, made);
    GeneratedClaims claims = ClaimGenerator.generate(options, 3_000, made);
    try (LoadedFund fund = LoadedFund.empty(folder, "bf-amu")) {
      // An example fund marks what it sends out; before sending there is nothing to mark.
      Path settings = fund.workspace().settings();
      Files.writeString(
          settings, Files.readString(settings).replace("example: true", "example: false"));
      run(fund, RegistryLoad.NAME, "2026-02-01", made.resolve("registry"));
      int compared = 0;
      for (LocalDate day : claims.receipts()) {
        Path sent = made.resolve("invoices/" + day);
        Map<String, String> told = told(fund.home(), sent, day, folder.resolve("told-" + day));
        long before = rows(fund);
        run(fund, InvoiceIntake.NAME, day.toString(), sent);
        assertThat(before).as("a check writes nothing").isLessThan(rows(fund));
        Map<String, String> refused =
            rejects(fund.workspace().outbox().resolve(day + "/invoice-intake-1/rejects.csv"));

        for (Map.Entry<String, String> row : refused.entrySet()) {
          if (!OF_THE_FUND.contains(code(row.getValue()))) {
            assertThat(told.get(row.getKey())).as(row.getKey()).isEqualTo(row.getValue());
            compared++;
          }
        }
        Set<String> known = new HashSet<>(refused.keySet());
        known.addAll(repeated(fund));
        assertThat(known).as("nothing is told that nobody would refuse").containsAll(told.keySet());
      }
      assertThat(compared).isGreaterThan(100);
    }
  }

  /** All that a folder of files is told, by file and line. */
  private static Map<String, String> told(TestHome home, Path sent, LocalDate day, Path out)
      throws IOException {
    List<String> words = new ArrayList<>(List.of("validate"));
    try (Stream<Path> files = Files.list(sent)) {
      files.sorted().map(Path::toString).forEach(words::add);
    }
    words.addAll(List.of("--on", day.toString(), "--out", out.toString(), "--lang", "fr"));
    TestHome.Said said = home.caisse(words.toArray(String[]::new));
    assertThat(said.exit()).as(said.toString()).isEqualTo(1);
    assertThat(said.out()).contains("Factures\u00a0:").doesNotContain("Déclarations");
    Map<String, String> told = new LinkedHashMap<>();
    try (Stream<Path> files = Files.list(out)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".csv")).sorted().toList()) {
        told.putAll(rejects(file));
      }
    }
    return told;
  }

  private static Map<String, String> rejects(Path file) throws IOException {
    Map<String, String> rejects = new LinkedHashMap<>();
    List<String> lines = Files.readAllLines(file);
    for (String line : lines.subList(1, lines.size())) {
      String[] fields = line.split(";", 4);
      rejects.merge(fields[0] + ";" + fields[1], line, (one, other) -> one + "\n" + other);
    }
    return rejects;
  }

  /** Lines of invoices that came before: the fund looks at them no more. */
  private static List<String> repeated(LoadedFund fund) {
    return fund.sql()
        .sql(
            "SELECT name || ';' || generate_series(i.line_no, i.line_no + i.lines) FROM invoice i"
                + " JOIN file f USING (file_id) WHERE i.status = 'REPEATED'")
        .query(String.class)
        .list();
  }

  private static String code(String row) {
    return row.split(";", 4)[2];
  }

  private static long rows(LoadedFund fund) {
    return fund.sql()
        .sql("SELECT (SELECT count(*) FROM file) + (SELECT count(*) FROM run)")
        .query(Long.class)
        .single();
  }

  private static void run(LoadedFund fund, String job, String day, Path files) {
    assertThat(
            fund.run(
                    FailPoint.NONE,
                    job,
                    Map.of("date", List.of(day), "file", List.of(files.toString())))
                .exitCode())
        .isLessThan(2);
  }
}
