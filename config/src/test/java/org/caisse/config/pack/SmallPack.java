package org.caisse.config.pack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.caisse.config.text.yaml.Problem;

/** A small pack in order, from which each test makes a bad one by changing one place. */
final class SmallPack {

  /** The day on which the tests are run, as far as packs are concerned. */
  static final LocalDate TODAY = LocalDate.of(2026, 2, 1);

  static final String COUNTRY =
      """
      country: ZZ
      name: {fr: Zède, en: Zed}
      currency: {code: XOF, decimals: 0, source: ISO 4217}
      """;

  static final String SCHEME =
      """
      scheme: one
      name: {fr: Un, en: One}
      start: 2020-01-01
      populations:
        worker: {basis: declared, fr: Salariés, en: Workers}
        trader: {basis: enrolled, fr: Commerçants, en: Traders}
        poor: {basis: state_funded, fr: Indigents, en: Poor}
      parameters:
        rate:
          unit: percent
          note: of the pay
          values:
          - {from: 2020-01-01, value: 2.5, mark: C, source: decree 1}
          - {from: 2024-01-01, value: 3, mark: C2, source: decree 2}
        flat:
          unit: XOF/month
          note: a month
          values:
          - {from: 2020-01-01, value: 4000, mark: C, source: decree 1}
        floor: {unit: XOF/month, set_by: fund, optional: true, min: 1000, max: 50000, note: least pay}
        day:
          unit: day_of_month
          note: of the next month
          values:
          - {from: 2020-01-01, value: 10, mark: D, source: decree 1}
        late:
          unit: percent/month
          note: for each month
          values:
          - {from: 2020-01-01, value: 1, mark: R, source: decree 1}
      contributions:
      - id: workers
        for: [worker]
        from: 2020-01-01
        amount: percent
        base: {of: gross, floor: $floor, ceiling: none}
        shares:
        - {payer: employer, rate: $rate}
        - {payer: insured, rate: $rate}
        source: decree 1
      - id: traders
        for: [trader]
        from: 2020-01-01
        amount: per_head
        shares: [{payer: insured, amount: $flat}]
        source: decree 1
      - id: poor
        for: [poor]
        from: 2020-01-01
        amount: per_head
        shares: [{payer: state, amount: $flat}]
        source: decree 1
      declarations: {due_day: $day, late_per_month: $late, source: decree 1}
      """;

  private SmallPack() {}

  /** Writes the pack into a folder of packs, with its scheme changed in one place. */
  static void write(Path packs, String old, String changed) throws IOException {
    if (!SCHEME.contains(old)) {
      throw new IllegalArgumentException("the small pack does not contain: " + old);
    }
    int at = SCHEME.indexOf(old);
    String rest = SCHEME.substring(at + old.length());
    write(packs, COUNTRY, SCHEME.substring(0, at) + changed + rest, "one.yaml");
  }

  static void write(Path packs, String country, String scheme, String file) throws IOException {
    Path folder = Files.createDirectories(packs.resolve("zz"));
    Files.writeString(folder.resolve("country.yaml"), country);
    Files.writeString(folder.resolve(file), scheme);
  }

  static List<Problem> check(Path packs) {
    return PackLoader.check(packs, "zz-one", TODAY);
  }
}
