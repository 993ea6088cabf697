package org.caisse.app.generate;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/**
 * Adds care to a fund that was generated: providers, dependants, acts and prices to its registry,
 * the rights that were open before, invoices of the month, and the truth about what their intake
 * takes and what has to be decided of it. All numbers, prices and acts are examples.
 */
public final class ClaimGenerator {

  private static final int LEAST = 100;
  private static final int MOST = 5_000_000;
  private static final int FIRST_DAY = 12;
  private static final int SECOND_DAY = 26;

  private ClaimGenerator() {}

  /**
   * Writes it.
   *
   * @param options of the fund
   * @param claims lines of invoices, about
   * @param out folder of the fund
   * @throws IllegalArgumentException when there are too few or too many
   */
  public static GeneratedClaims generate(FundOptions options, int claims, Path out)
      throws IOException {
    if (claims < LEAST || claims > MOST) {
      throw new IllegalArgumentException(
          "claims is %d; %d to %d are possible".formatted(claims, LEAST, MOST));
    }
    Fund fund = Fund.of(options);
    ExampleCare care = new ExampleCare(options.scheme());
    CareProviders providers = new CareProviders(options.seed(), care.levels(), claims);
    Patients patients = new Patients(fund, claims);
    new CareRegistryFiles(fund, out, care, providers, patients).write();
    new EarlierRights(fund, out).write();
    YearMonth next = options.period().plusMonths(1);
    List<LocalDate> receipts = List.of(next.atDay(FIRST_DAY), next.atDay(SECOND_DAY));
    CareTruth truth = new CareTruth();
    InvoiceFiles files =
        new InvoiceFiles(
            fund, out, receipts, providers, new ClaimLines(fund, care, patients), truth);
    files.write(claims);
    CareRules rules = CareRules.of(options.scheme());
    CareRights rights = new CareRights(fund, patients, rules, receipts);
    truth.write(
        out.resolve("truth"),
        receipts,
        providers,
        new CareJudge(fund, rules, rights, care, providers, patients, receipts));
    return new GeneratedClaims(
        out, receipts, providers.count(), files.files(), files.lines(), files.rejects());
  }
}
