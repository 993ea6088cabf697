package org.caisse.domain.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Persons who are one and persons who only look like it. */
class ComparePersonsTest {

  private static final MatchSettings SETTINGS = settings();

  /** The weights of the demonstration. */
  private static MatchSettings settings() {
    Map<Evidence, Integer> weights = new EnumMap<>(Evidence.class);
    Iterator<Integer> points =
        List.of(40, 35, 30, 25, 0, -40, 35, 15, 10, 20, -40, 5, -30, 60, -60, 20, 20, -10)
            .iterator();
    for (Evidence evidence : Evidence.values()) {
      weights.put(evidence, points.next());
    }
    return new MatchSettings(weights, 70, 90, 200, 24);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          the same twice                     | OUEDRAOGO | Awa       | 1985-06-12 | F | OUEDRAOGO | Awa         | 1985-06-12 | F | true  | NAME_SAME,BIRTH_SAME,SEX_SAME
          first and last name exchanged      | OUEDRAOGO | Awa       | 1985-06-12 | F | Awa       | Ouédraogo   | 1985-06-12 | F | true  | NAME_SAME,BIRTH_SAME,SEX_SAME
          another spelling                   | OUEDRAOGO | Youssouf  | 1985-06-12 | M | WEDRAOGO  | Yusuf       | 1985-06-12 | M | true  | NAME_SPELLED,BIRTH_SAME,SEX_SAME
          a letter more                      | SAWADOGO  | Aminata   | 1985-06-12 | F | SAWADOGOU | Aminata     | 1985-06-12 | F | true  | NAME_SPELLED,BIRTH_SAME,SEX_SAME
          a first name more                  | TRAORE    | Ali       | 1990-03-04 | M | TRAORÉ    | Ali Moussa  | 1990-03-04 | M | true  | NAME_CONTAINED,BIRTH_SAME,SEX_SAME
          day and month exchanged            | KABORE    | Paul      | 1990-03-04 | M | KABORE    | Paul        | 1990-04-03 | M | false | NAME_SAME,BIRTH_SWAPPED,SEX_SAME
          one day of birth unknown           | KABORE    | Paul      | 1990-01-01 | M | KABORE    | Paul        | 1990-04-03 | M | false | NAME_SAME,BIRTH_YEAR,SEX_SAME
          both days of birth unknown         | KABORE    | Paul      | 1990-01-01 | M | KABORE    | Paul        | 1990-01-01 | M | false | NAME_SAME,BIRTH_SAME_YEAR_ONLY,SEX_SAME
          the same name, another birth       | OUEDRAOGO | Awa       | 1985-06-12 | F | OUEDRAOGO | Awa         | 1991-02-03 | F | false | NAME_SAME,BIRTH_OTHER,SEX_SAME
          twins                              | COMPAORE  | Hassane   | 1992-05-05 | M | COMPAORE  | Housseini   | 1992-05-05 | M | false | NAME_PARTLY,BIRTH_SAME,SEX_SAME
          twins, boy and girl                | COMPAORE  | Adama     | 1992-05-05 | M | COMPAORE  | Awa         | 1992-05-05 | F | false | NAME_PARTLY,BIRTH_SAME,SEX_OTHER
          a married name alone               | ZONGO     | Mariam    | 1988-07-08 | F | SANOU     | Mariam      | 1988-07-08 | F | false | NAME_MARRIED,BIRTH_SAME,SEX_SAME
          a man with another last name       | ZONGO     | Ali       | 1988-07-08 | M | SANOU     | Ali         | 1988-07-08 | M | false | NAME_PARTLY,BIRTH_SAME,SEX_SAME
          nothing in common                  | ZONGO     | Ali       | 1988-07-08 | M | SANOU     | Paul        | 1970-02-02 | M | false | NAME_OTHER,BIRTH_OTHER,SEX_SAME
          a name that says nothing           | -         | -         | 1988-07-08 | M | SANOU     | Paul        | 1988-07-08 | M | false | BIRTH_SAME,SEX_SAME
          birth unknown                      | SANOU     | Paul      | -          | M | SANOU     | Paul        | 1988-07-08 | M | false | NAME_SAME,SEX_SAME
          """)
  void aPairIsShownWhenMoreSpeaksForItThanAgainst(
      String what,
      String lastA,
      String firstA,
      LocalDate birthA,
      String sexA,
      String lastB,
      String firstB,
      LocalDate birthB,
      String sexB,
      boolean shown,
      String evidence) {
    Known a = known("1", lastA, firstA, birthA, sexA);
    Known b = known("2", lastB, firstB, birthB, sexB);

    PairRow judged = PairRow.facts(a, b).judged(SETTINGS);

    assertThat(judged.evidence()).isEqualTo(evidence);
    assertThat(judged.shown()).isEqualTo(shown);
    ComparePersons.Verdict other = ComparePersons.judge(b, a, SETTINGS);
    assertThat(other.score()).as("whichever comes first").isEqualTo(judged.score());
    assertThat(other.evidence().toString().replaceAll("[\\[\\] ]", "")).isEqualTo(evidence);
  }

  @Test
  void numbersAndEmployersDecideWhereNamesDoNot() {
    Known zongo =
        with(
            known("1", "ZONGO", "Mariam", day(1988, 7, 8), "F"),
            "",
            "70 11 22 33",
            "E1|2025-01|2025-12");
    Known sanou =
        with(
            known("2", "SANOU", "Mariam", day(1988, 7, 8), "F"),
            "BF-77",
            "70112233",
            "E1|2026-01|2026-02");

    ComparePersons.Verdict married = ComparePersons.judge(zongo, sanou, SETTINGS);

    assertThat(married.evidence())
        .containsExactly(
            Evidence.NAME_MARRIED,
            Evidence.BIRTH_SAME,
            Evidence.SEX_SAME,
            Evidence.PHONE_SAME,
            Evidence.EMPLOYER_FOLLOWED);
    assertThat(married.shown()).isTrue();
    assertThat(married.keepA()).as("the one with a national number").isFalse();

    Known other = with(zongo, "BF-78", "", "E1|2026-02|2026-03");
    assertThat(ComparePersons.judge(sanou, other, SETTINGS).evidence())
        .contains(Evidence.NATIONAL_ID_OTHER, Evidence.EMPLOYER_BOTH)
        .doesNotContain(Evidence.PHONE_SAME);
  }

  @ParameterizedTest
  @CsvSource({
    "OUEDRAOGO, WEDRAOGO",
    "DIALLO, JALLO",
    "TOURE, TURE",
    "YOUSSOUF, YUSUF",
    "COULIBALY, KULIBALI",
    "MOHAMED, MOHAMMED",
    "SEYDOU, SEIDOU",
    "OUATTARA, WATTARA",
    "THIOMBIANO, TIOMBIANO",
    "PHILIPPE, FILIPE",
    "CHEICK, SHEIK"
  })
  void spellingsOfOneSoundAreOne(String one, String other) {
    assertThat(NameParts.sound(one)).isEqualTo(NameParts.sound(other));
  }

  @Test
  void partsAreFreeOfAccentsTitlesAndOrder() {
    assertThat(NameParts.of("Mme Néé-Zongo épse D’Almeida, El Hadj Sɔnja"))
        .containsExactly("DALMEIDA", "SONJA", "ZONGO");
    assertThat(NameParts.of(" - ")).isEmpty();
    assertThat(NameParts.sound("H")).isEqualTo("H");
  }

  @Test
  void duplicatesShareAKey() {
    Set<String> keys = SharedBy.keys(known("1", "OUEDRAOGO", "Awa", day(1985, 6, 12), "F"));

    assertThat(keys)
        .containsAnyElementsOf(SharedBy.keys(known("2", "Awa", "WEDRAOGO", day(1985, 1, 1), "F")))
        .containsAnyElementsOf(SharedBy.keys(known("2", "SANOU", "Awa", day(1985, 12, 6), "F")))
        .doesNotContainAnyElementsOf(
            SharedBy.keys(known("2", "OUEDRAOGO", "Awa", day(1986, 6, 12), "F")));
    assertThat(SharedBy.keys(known("1", "", "", day(1985, 1, 1), "F")))
        .as("1 January is no day that anybody shares")
        .isEmpty();
  }

  private static LocalDate day(int year, int month, int day) {
    return LocalDate.of(year, month, day);
  }

  private static Known known(
      String no, String lastName, String firstName, LocalDate birth, String sex) {
    return new Known(
        no,
        lastName == null ? "" : lastName,
        firstName == null ? "" : firstName,
        birth,
        sex,
        "",
        "",
        "",
        "",
        "");
  }

  private static Known with(Known person, String nationalId, String phone, String work) {
    return new Known(
        person.personNo(),
        person.lastName(),
        person.firstName(),
        person.birthDate(),
        person.sex(),
        person.population(),
        person.ogd(),
        nationalId,
        phone,
        work);
  }
}
