package org.caisse.app.month;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.caisse.app.generate.ClaimGenerator;
import org.caisse.app.generate.FundGenerator;
import org.caisse.app.generate.FundOptions;
import org.caisse.app.generate.GeneratedClaims;
import org.caisse.app.generate.GeneratedFund;
import org.caisse.app.generate.Scheme;
import org.caisse.domain.claim.ReductionCode;
import org.caisse.domain.run.FailPoint;
import org.caisse.jobs.claim.CareRemittance;
import org.caisse.jobs.claim.ClaimAdjudication;
import org.caisse.jobs.contribution.ContributionAssessment;
import org.caisse.jobs.declaration.DeclarationIntake;
import org.caisse.jobs.entitlement.Entitlement;
import org.caisse.jobs.invoice.InvoiceIntake;
import org.caisse.jobs.registry.RegistryLoad;
import org.caisse.jobs.replay.Replay;
import org.caisse.jobs.run.RunKey;
import org.caisse.jobs.run.RunOutcome;
import org.caisse.jobs.takeon.TakeOn;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A made-up month of care with all that happens to it, from contributions to remittances: every
 * line and every sum is, to the franc, what the generator worked out without the rules.
 */
class CareAgainstTruthTest {

  private static final String LINES =
      """
      SELECT concat_ws(';', f.received_on || '/' || f.name, l.line_no, i.provider_no, i.invoice_no, i.version, l.no, d.status, d.charged_minor, d.copay_minor,
                       coalesce((SELECT string_agg(s.payer || '=' || s.amount_minor, ' ' ORDER BY s.n) FROM claim_share s
                                 WHERE s.claim_line_id = d.claim_line_id AND s.rev = d.rev), ''),
                       coalesce((SELECT string_agg('#' || r.code || '/' || r.bearer || '=' || r.amount_minor, ' ' ORDER BY r.n) FROM claim_reduction r
                                 WHERE r.claim_line_id = d.claim_line_id AND r.rev = d.rev), ''))
      FROM standing_claim_decision d JOIN claim_line l USING (claim_line_id) JOIN invoice i ON i.invoice_id = l.invoice_id
      JOIN file f ON f.file_id = l.file_id
      """;

  private static final int MOST_SHOWN = 60;
  private static final Pattern NUMBER = Pattern.compile("#(\\d+)");

  /** Of what may happen, what must be there, lest the comparison be of nothing. */
  private static final String[] HAPPENS = {
    "PENDED",
    "ABOVE_AGREED",
    "ABOVE_REFERENCE",
    "ABOVE_TARIFF",
    "ACT_UNKNOWN",
    "AGE_WRONG",
    "AGREEMENT_MISSING",
    "AGREEMENT_REFUSED",
    "DUPLICATE",
    "LEVEL_WRONG",
    "LIMIT_COUNT",
    "mutual=",
    "NOT_COVERED",
    "PRESCRIBER_MISSING",
    "RIGHT_CLOSED",
    "RIGHT_NONE",
    "SEX_WRONG",
    "SUPPLIED_IN_KIND",
    "xlsx;",
    "txt;",
    "corriges.csv;"
  };

  private static final String TOLD =
      """
      SELECT s.payer || ';' || sum(t.sign * s.amount_minor) FROM claim_told t JOIN claim_share s USING (claim_line_id, rev)
      GROUP BY s.payer ORDER BY s.payer
      """;

  private static final String OWED =
      """
      SELECT ogd_no || ';' || sum(CASE WHEN reverses IS NULL THEN amount_minor ELSE -amount_minor END)
      FROM ledger_entry WHERE debtor = 'INVOICE' GROUP BY ogd_no ORDER BY ogd_no
      """;

  @ParameterizedTest
  @CsvSource({"bf-amu, 43, 2600, 4000", "ml-amo, 3, 1800, 3600"})
  void everyLineAndEverySumIsWhatTheGeneratorWorkedOut(
      String pack, long seed, int persons, int claims, @TempDir Path folder) throws IOException {
    FundOptions options =
        FundOptions.sized(seed, 40, persons, FundOptions.DEMO_PERIOD)
            .withErrors(250)
            .withMess(10)
            .under(Scheme.of(pack).orElseThrow());
    Path made = folder.resolve("made");
    GeneratedFund contributions = FundGenerator.generate(options, made);
    GeneratedClaims care = ClaimGenerator.generate(options, claims, made);

    try (LoadedFund fund = LoadedFund.empty(folder, pack)) {
      PreparedHome.copy(made.resolve("senders"), fund.workspace().senders());
      contributions(fund, contributions, options.period());
      for (LocalDate day : care.receipts()) {
        run(fund, Entitlement.NAME, day, null);
        run(fund, InvoiceIntake.NAME, day, made.resolve("invoices/" + day));
        run(fund, ClaimAdjudication.NAME, day, null);
        run(fund, CareRemittance.NAME, day, null);
        agree(fund, made.resolve("truth"), day);
        RunKey decided = new RunKey(ClaimAdjudication.NAME, day.toString(), 1);
        assertThat(Replay.run(fund.workspace(), decided).differences()).isEmpty();
      }
      assertThat(fund.findings()).isEmpty();
    }
    List<String> first = rows(made.resolve("truth/claims-" + care.receipts().get(0) + ".csv"));
    List<String> last = rows(made.resolve("truth/claims-" + care.receipts().get(1) + ".csv"));
    assertThat(HAPPENS)
        .as("what does not happen")
        .allMatch(what -> last.stream().anyMatch(row -> row.contains(what)));
    assertThat(first.stream().filter(row -> !last.contains(row)).filter(row -> stays(row, last)))
        .as("told lines that get more, because an invoice was replaced")
        .isNotEmpty();
  }

  /** Whether the line of a row still counts. */
  private static boolean stays(String row, List<String> last) {
    int file = row.indexOf(';');
    String place = row.substring(0, row.indexOf(';', file + 1) + 1);
    return last.stream().anyMatch(later -> later.startsWith(place));
  }

  private static void contributions(LoadedFund fund, GeneratedFund made, YearMonth month) {
    RunOutcome registry =
        run(fund, RegistryLoad.NAME, month.atDay(1), made.root().resolve("registry"));
    assertThat(registry.rejects()).isZero();
    run(fund, TakeOn.NAME, month.atDay(1), made.root().resolve("take-on"));
    for (LocalDate day : made.receipts()) {
      run(fund, DeclarationIntake.NAME, day, made.root().resolve("declarations/" + day));
      RunOutcome assessed =
          fund.run(
              FailPoint.NONE,
              ContributionAssessment.NAME,
              Map.of("period", List.of(month.toString()), "date", List.of(day.toString())));
      assertThat(assessed.result()).isEqualTo(RunOutcome.Result.COMPLETED);
    }
  }

  private static RunOutcome run(LoadedFund fund, String job, LocalDate day, Path files) {
    Map<String, List<String>> parameters = new LinkedHashMap<>();
    parameters.put("date", List.of(day.toString()));
    if (files != null) {
      parameters.put("file", List.of(files.toString()));
    }
    RunOutcome outcome = fund.run(FailPoint.NONE, job, parameters);
    assertThat(outcome.result()).as(outcome.toString()).isEqualTo(RunOutcome.Result.COMPLETED);
    return outcome;
  }

  private static void agree(LoadedFund fund, Path truth, LocalDate day) throws IOException {
    List<String> right = rows(truth.resolve("claims-" + day + ".csv"));
    List<String> decided =
        fund.sql().sql(LINES).query(String.class).list().stream()
            .map(CareAgainstTruthTest::named)
            .toList();
    assertThat(right).hasSizeGreaterThan(1_000);
    assertThat(differing(decided, right)).isEmpty();
    assertThat(decided).hasSameSizeAs(right);

    Map<String, long[]> sums = sums(decided);
    assertThat(text(sums))
        .as("sums")
        .isEqualTo(rows(truth.resolve("claims-totals-" + day + ".csv")));
    List<String> paid =
        sums.entrySet().stream()
            .filter(sum -> sum.getKey().matches("[a-z_]+;PAID"))
            .filter(sum -> !sum.getKey().startsWith("c"))
            .map(sum -> sum.getKey().replace(";PAID", "") + ';' + sum.getValue()[1])
            .toList();
    assertThat(fund.sql().sql(OWED).query(String.class).list()).as("ledger").containsAll(paid);
    assertThat(fund.sql().sql(TOLD).query(String.class).list()).as("told").containsAll(paid);
  }

  /** Rows that are not the same, what is decided (+) beside what is right (-). */
  private static List<String> differing(List<String> decided, List<String> right) {
    Set<String> found = new HashSet<>(decided);
    Set<String> wanted = new HashSet<>(right);
    return Stream.concat(
            decided.stream().filter(row -> !wanted.contains(row)).map(row -> row + " +"),
            right.stream().filter(row -> !found.contains(row)).map(row -> row + " -"))
        .sorted()
        .limit(MOST_SHOWN)
        .toList();
  }

  private static String named(String row) {
    return NUMBER
        .matcher(row)
        .replaceAll(code -> ReductionCode.ofNumber(Integer.parseInt(code.group(1))).name());
  }

  private static Map<String, long[]> sums(List<String> decided) {
    Map<String, long[]> sums = new TreeMap<>();
    for (String row : decided) {
      List<String> fields = Arrays.asList(row.split(";", -1));
      String status = fields.get(6);
      add(sums, "charged;" + status, fields.get(7));
      add(sums, "copay;" + status, fields.get(8));
      List<String> amounts = new ArrayList<>(List.of(fields.get(9).split(" ")));
      amounts.addAll(List.of(fields.get(10).split(" ")));
      for (String amount : amounts) {
        if (!amount.isEmpty()) {
          int equals = amount.indexOf('=');
          add(sums, amount.substring(0, equals) + ';' + status, amount.substring(equals + 1));
        }
      }
    }
    return sums;
  }

  private static void add(Map<String, long[]> sums, String what, String amount) {
    if (Long.parseLong(amount) > 0) {
      long[] sum = sums.computeIfAbsent(what, key -> new long[2]);
      sum[0]++;
      sum[1] += Long.parseLong(amount);
    }
  }

  private static List<String> text(Map<String, long[]> sums) {
    return sums.entrySet().stream()
        .map(sum -> sum.getKey() + ';' + sum.getValue()[0] + ';' + sum.getValue()[1])
        .toList();
  }

  private static List<String> rows(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    return lines.subList(1, lines.size());
  }
}
