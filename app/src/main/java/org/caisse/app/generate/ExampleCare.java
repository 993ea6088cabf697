package org.caisse.app.generate;

import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * An example of a nomenclature, its tariffs and a list of medicines. Nothing of it is a text of any
 * country: no source gives prices that could be used.
 */
final class ExampleCare {

  /** Thousandths in a whole. */
  static final int MILLI = 1_000;

  private static final int PERCENT = 100;

  /** Example unit values of letters, francs, at a level of 100 percent. */
  private static final Map<String, Integer> LETTERS =
      Map.of(
          "C", 1_000, "V", 1_500, "CS", 2_500, "AMI", 250, "AMM", 300, "B", 60, "Z", 400, "K", 600,
          "KC", 800);

  private static final Map<String, Integer> MORE_LETTERS = Map.of("SF", 900, "D", 700);

  /** A level of provider of a scheme, and what its tariffs are of those of 100, in percent. */
  record Level(String code, String title, int percent) {}

  private static final List<Level> BF =
      List.of(
          new Level("csps", "CSPS", 60),
          new Level("cm", "Centre médical", 80),
          new Level("cma", "CMA", 100),
          new Level("chr", "CHR", 130),
          new Level("chu", "CHU", 150),
          new Level("clinic", "Clinique", 200),
          new Level("pharmacy", "Pharmacie", 100),
          new Level("laboratory", "Laboratoire", 120));

  private static final List<Level> ML =
      List.of(
          new Level("cscom", "CSCOM", 60),
          new Level("csref", "CSREF", 100),
          new Level("hospital", "Hôpital", 130),
          new Level("chu", "CHU", 150),
          new Level("clinic", "Clinique", 200),
          new Level("pharmacy", "Pharmacie", 100),
          new Level("laboratory", "Laboratoire", 120));

  /**
   * An act.
   *
   * @param coefficientMilli thousandths; 0 without a letter
   * @param flat price in francs, 0 with a letter
   * @param row of the example file
   */
  record Act(
      String code, String group, String letter, int coefficientMilli, int flat, List<String> row) {

    /** Price at a level, francs, rounded half up. */
    long price(Level level) {
      if (letter.isEmpty()) {
        return flat;
      }
      return ((long) unit(letter, level) * coefficientMilli + MILLI / 2) / MILLI;
    }
  }

  /** A medicine with its reference price in francs. */
  record Medicine(String code, int price, List<String> row) {}

  private final List<Act> acts;
  private final List<Medicine> medicines;
  private final List<Level> levels;

  ExampleCare(Scheme scheme) throws IOException {
    this.levels = scheme == Scheme.ML_AMO ? ML : BF;
    this.acts = rows("example-acts.csv").stream().map(ExampleCare::act).toList();
    this.medicines =
        rows("example-medicines.csv").stream()
            .map(row -> new Medicine(row.get(0), Integer.parseInt(row.get(3)), row))
            .toList();
  }

  List<Act> acts() {
    return acts;
  }

  List<Medicine> medicines() {
    return medicines;
  }

  List<Level> levels() {
    return levels;
  }

  static List<String> letters() {
    return List.of("AMI", "AMM", "B", "C", "CS", "D", "K", "KC", "SF", "V", "Z");
  }

  /** Unit value of a letter at a level, francs. */
  static int unit(String letter, Level level) {
    int base = LETTERS.getOrDefault(letter, MORE_LETTERS.getOrDefault(letter, 0));
    return base * level.percent() / PERCENT;
  }

  private static Act act(List<String> row) {
    int milli = 0;
    if (!row.get(4).isEmpty()) {
      int point = row.get(4).indexOf('.');
      String whole = point < 0 ? row.get(4) : row.get(4).substring(0, point);
      String rest = point < 0 ? "" : row.get(4).substring(point + 1);
      milli = Integer.parseInt(whole) * MILLI + Integer.parseInt((rest + "000").substring(0, 3));
    }
    return new Act(
        row.get(0),
        row.get(2),
        row.get(3),
        milli,
        row.get(5).isEmpty() ? 0 : Integer.parseInt(row.get(5)),
        row);
  }

  private static List<List<String>> rows(String name) throws IOException {
    try (InputStream in = ExampleCare.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new FileNotFoundException("the program has no file " + name);
      }
      return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .map(line -> List.of(line.split(";", -1)))
          .toList();
    }
  }
}
