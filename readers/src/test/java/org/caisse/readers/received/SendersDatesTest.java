package org.caisse.readers.received;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.caisse.domain.reject.RejectCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The many ways in which people write a day, in one small list of pays. */
class SendersDatesTest {

  @TempDir private Path folder;
  private Door door;

  @BeforeEach
  void openTheDoor() {
    door = new Door(folder);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-02-10, 2026-02-10",
    "20260210, 2026-02-10",
    "2026/02/10, 2026-02-10",
    "13/02/2026, 2026-02-13",
    "02/13/2026, 2026-02-13",
    "13.02.2026, 2026-02-13",
    "13-2-2026, 2026-02-13",
    "02/02/2026, 2026-02-02",
    "2026-02-10 00:00:00, 2026-02-10",
    "13/02/2026 00:00, 2026-02-13",
    "46063, 2026-02-10",
    "31/02/2026, 31/02/2026",
    "10/02/26, 10/02/26",
    "22 mai, 22 mai",
    "10, 10"
  })
  void aDayIsReadWhereItIsOneAndStaysElse(String written, String read) throws IOException {
    assertThat(Door.line(door.text("list.csv", Door.list("P1", written, "", "1"))))
        .isEqualTo("L;E1;2026-02;;;;P1;KABORE;%s;;;1".formatted(read));
  }

  @Test
  void daysThatReadBothWaysAreAskedUnlessOneShowsTheOrder() throws IOException {
    String both = Door.list("P1", "03/02/2026", "", "1");

    assertThat(door.text("list.csv", both).question())
        .isEqualTo(
            new Question(RejectCode.DATE_AMBIGUOUS, 2, "entrée", "03/02/2026", "dates: dmy"));
    assertThat(Door.line(door.text("list.csv", both + "E1;2026-02;P2;X;15/02/2026;;;1\n")))
        .contains(";2026-02-03;");
    assertThat(Door.line(door.text("list.csv", both + "E1;2026-02;P2;X;;02/15/2026;;1\n")))
        .contains(";2026-03-02;");
    assertThat(
            door.text("list.csv", both + "E1;2026-02;P2;X;15/02/2026;02/16/2026;;1\n").question())
        .extracting(Question::code)
        .isEqualTo(RejectCode.DATE_AMBIGUOUS);
  }

  /** One slip of the pen does not turn around what the description says; a whole file does. */
  @Test
  void aFileWhoseDaysAllContradictItsFormatIsAsked() throws IOException {
    String header =
        "Code;Que faire;Employeur;Période;Numéro d’ordre;Assuré;Nom;Entrée;Sortie;Jours;Salaire"
            + " brut\n";
    String first = "1;x;E1;2026-02;1;P1;A;03/02/2026;02/16/2026;;1\n";

    assertThat(door.text("r.csv", header + first).question())
        .isEqualTo(
            new Question(RejectCode.DATE_AMBIGUOUS, 2, "Entrée", "03/02/2026", "dates: mdy"));
    Door.Result slip =
        door.text("r.csv", header + first + "1;x;E1;2026-02;1;P2;B;17/02/2026;;;1\n");
    assertThat(slip.lines().get(1)).contains(";2026-02-03;02/16/2026;");
  }

  @Test
  void theOrderOfDayAndMonthIsSaidOnlyWhereSuchADayStands() throws IOException {
    assertThat(door.text("list.csv", Door.list("P1", "15/02/2026", "", "1")).remarks())
        .contains("received.dates.DMY[]");
    for (String day : new String[] {"2026-02-15", "", "46063"}) {
      assertThat(door.text("list.csv", Door.list("P1", day, "", "1")).remarks())
          .noneMatch(remark -> remark.startsWith("received.dates"));
    }
  }
}
