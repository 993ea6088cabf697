package org.caisse.app.generate;

import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;

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

  private static final Set<String> HOSPITALS =
      Set.of("cma", "chr", "csref", "hospital", "chu", "clinic");

  private static final Map<String, Integer> MORE_LETTERS = Map.of("SF", 900, "D", 700);

  /** A level of provider of a scheme, and what its tariffs are of those of 100, in percent. */
  record Level(String code, String title, int percent) {}

  /** For which affection some care is mostly given (CIM-10). */
  private static final Map<String, String> AFFECTIONS =
      Map.of(
          "MED005", "B54", "MED012", "E11.9", "MED017", "Z21", "B05", "Z21", "B07", "Z12.4", "SF02",
          "O82", "HD01", "N18.5");

  /** Which programme supplies a medicine in kind. */
  private static final Map<String, String> BF_SUPPLIED =
      Map.of("MED010", "women_and_children", "MED011", "women_and_children");

  private static final Map<String, String> ML_SUPPLIED =
      Map.of("MED005", "malaria", "MED017", "arv");

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
      return price(level, 1);
    }

    /** Price of some at a level, francs, rounded half up once. */
    long price(Level level, int units) {
      if (letter.isEmpty()) {
        return (long) flat * units;
      }
      return ((long) unit(letter, level) * coefficientMilli * units + MILLI / 2) / MILLI;
    }

    /** M or F, or empty for both. */
    String sex() {
      return row.get(6);
    }

    /** Whether it is given at an age in whole months. */
    boolean fits(int months) {
      return (row.get(7).isEmpty() || Integer.parseInt(row.get(7)) <= months)
          && (row.get(8).isEmpty() || months <= Integer.parseInt(row.get(8)));
    }

    /** Whether it needs prior agreement. */
    boolean agreement() {
      return row.get(9).equals("yes");
    }

    /** Whether only hospitals may give it. */
    boolean inHospital() {
      return letter.equals("KC");
    }
  }

  /** A medicine with its reference price in francs. */
  record Medicine(String code, int price, List<String> row) {

    String genericGroup() {
      return row.get(4);
    }
  }

  private final List<Act> acts;
  private final List<Medicine> medicines;
  private final List<Level> levels;
  private final Map<String, String> supplied;

  ExampleCare(Scheme scheme) throws IOException {
    this.levels = scheme == Scheme.ML_AMO ? ML : BF;
    this.supplied = scheme == Scheme.ML_AMO ? ML_SUPPLIED : BF_SUPPLIED;
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

  Act act(String code) {
    return acts.stream().filter(act -> act.code().equals(code)).findFirst().orElseThrow();
  }

  /** Whether a provider of a level may give an act. */
  static boolean mayGive(Act act, Level level) {
    return !act.inHospital() || HOSPITALS.contains(level.code());
  }

  /** Levels that may give an act, as the registry writes them: empty for all. */
  String mayGive(Act act) {
    return act.inHospital()
        ? String.join(
            ",", levels.stream().map(Level::code).filter(HOSPITALS::contains).sorted().toList())
        : "";
  }

  /** The programme that supplies a medicine, or empty. */
  String supplier(Medicine medicine) {
    return supplied.getOrDefault(medicine.code(), "");
  }

  /** What is paid for one at most: the least price of the same active substance, francs. */
  long reference(Medicine medicine) {
    return medicines.stream()
        .filter(other -> !medicine.genericGroup().isEmpty())
        .filter(other -> other.genericGroup().equals(medicine.genericGroup()))
        .mapToLong(Medicine::price)
        .min()
        .orElse(medicine.price());
  }

  /** For which affection some care is mostly given, or empty. */
  String affection(String code) {
    return AFFECTIONS.getOrDefault(code, "");
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
