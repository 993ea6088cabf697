package org.caisse.writers.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import org.caisse.domain.reject.Reject;
import org.caisse.domain.reject.RejectCode;
import org.caisse.writers.document.RejectedLine.Column;
import org.caisse.writers.document.RejectedLine.Columns;
import org.caisse.writers.document.RejectedLine.Scope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Which cells a sender is told to correct. */
class RejectedLineTest {

  private static final Columns COLUMNS =
      new Columns("E1", "2026-02", "1", "P1", "AWA", "2026-02-31", "2026-02-28", "28", "1.5E+05");

  private static RejectedLine line(RejectCode code, String value, Scope scope) {
    return new RejectedLine("a.csv", new Reject(3, code, "", value), false, scope, COLUMNS, "");
  }

  private static Set<Column> toCorrect(RejectCode code, String value) {
    return line(code, value, Scope.LINE).toCorrect();
  }

  @ParameterizedTest
  @CsvSource({
    "PERSON_UNKNOWN, P1, PERSON",
    "PERSON_MISSING, '', PERSON",
    "PERSON_INACTIVE, P1, PERSON",
    "CHECK_DIGIT_WRONG, P1, PERSON",
    "GROSS_UNREADABLE, NEANT, GROSS",
    "GROSS_NEGATIVE, -5, GROSS",
    "GROSS_TOO_LARGE, 9, GROSS",
    "DAYS_INVALID, 35, DAYS",
    "DATE_UNREADABLE, 2026-02-31, ENTRY",
    "DATE_UNREADABLE, 2026-02-28, EXIT",
    "DIGITS_LOST, 1.5E+05, GROSS",
    "VALUE_UNKNOWN, 28, DAYS",
  })
  void aMistakeInOneColumnIsCorrectedThere(RejectCode code, String value, Column expected) {
    assertThat(toCorrect(code, value)).containsExactly(expected);
  }

  @Test
  void aMistakeBetweenColumnsIsCorrectedInAnyOfThem() {
    assertThat(toCorrect(RejectCode.SPELL_OVERLAP, "P1"))
        .containsExactly(Column.ENTRY, Column.EXIT);
    assertThat(toCorrect(RejectCode.SPELL_INVALID, "")).containsExactly(Column.ENTRY, Column.EXIT);
    assertThat(toCorrect(RejectCode.LINE_ORPHAN, ""))
        .containsExactly(Column.EMPLOYER, Column.PERIOD, Column.SEQUENCE);
    assertThat(toCorrect(RejectCode.PERIOD_TOO_LONG, "2"))
        .containsExactly(Column.ENTRY, Column.EXIT, Column.GROSS);
  }

  @Test
  void aDateOfWhichOnlyTheSendersFormIsKnownIsLookedForInBothColumns() {
    assertThat(toCorrect(RejectCode.DATE_UNREADABLE, "31/02/2026"))
        .containsExactly(Column.ENTRY, Column.EXIT);
  }

  @ParameterizedTest
  @EnumSource(
      names = {"LINE_UNREADABLE", "FIELD_COUNT", "RECORD_UNKNOWN", "LINE_TOO_LONG", "LINE_LENGTH"})
  void aLineThatCannotBeSplitIsFilledIn(RejectCode code) {
    assertThat(toCorrect(code, "")).isEqualTo(EnumSet.range(Column.PERSON, Column.GROSS));
  }

  @ParameterizedTest
  @EnumSource(RejectCode.class)
  void nothingIsToBeCorrectedInALineThatIsNotToBeSentBack(RejectCode code) {
    for (Scope scope : EnumSet.complementOf(EnumSet.of(Scope.LINE))) {
      assertThat(line(code, "P1", scope).toCorrect()).isEmpty();
    }
  }
}
