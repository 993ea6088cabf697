package org.caisse.domain.contribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.caisse.domain.reject.Reject;
import org.caisse.domain.reject.RejectCode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a declaration fits among those that were filed before. */
class JudgePlaceTest {

  private static final LocalDate FEBRUARY = LocalDate.of(2026, 2, 1);
  private static final EmployerFacts EMPLOYER =
      new EmployerFacts(7, "E7", "salaried", "CNSS", LocalDate.of(2020, 1, 1), null);

  private static Reject judge(
      DeclarationKind kind, int sequence, int base, int last, boolean sequenceFiled) {
    DeclarationRecord.Header header =
        new DeclarationRecord.Header(2, "E7", EMPLOYER, FEBRUARY, kind, sequence, 0, 0, null);
    return JudgePlace.judge(
        header, new EarlierFilings(base == 0 ? 0 : 1, base, last, sequenceFiled, 0));
  }

  @ParameterizedTest(name = "{0} {1} after base {2}, last {3}")
  @CsvSource({
    "ORIGINAL, 1, 0, 0, false",
    "REPLACEMENT, 2, 1, 1, false",
    "REPLACEMENT, 4, 1, 3, false",
    "ORIGINAL, 1, 2, 2, false",
    "ORIGINAL, 1, 2, 3, false",
    "REPLACEMENT, 2, 1, 3, true",
    "COMPLEMENT, 2, 1, 1, false",
    "COMPLEMENT, 2, 1, 3, false",
    "COMPLEMENT, 2, 1, 2, true",
    "COMPLEMENT, 1, 1, 1, true",
    "COMPLEMENT, 2, 3, 3, true",
    "DIFFERENTIAL, 2, 1, 1, false",
    "CORRECTION, 1, 1, 1, true",
    "CORRECTION, 2, 1, 2, true"
  })
  void thereIsAPlace(DeclarationKind kind, int sequence, int base, int last, boolean filed) {
    assertThat(judge(kind, sequence, base, last, filed)).isNull();
  }

  @ParameterizedTest(name = "{0} {1} after base {2}, last {3}: {5}")
  @CsvSource({
    "COMPLEMENT, 1, 0, 0, false, COMPLEMENT_BASELESS, kind, complement, ''",
    "DIFFERENTIAL, 1, 0, 0, false, COMPLEMENT_BASELESS, kind, differential, ''",
    "COMPLEMENT, 2, 3, 3, false, COMPLEMENT_SUPERSEDED, sequence, 2, > 3",
    "CORRECTION, 1, 0, 0, false, CORRECTION_BASELESS, sequence, 1, ''",
    "CORRECTION, 2, 1, 3, false, CORRECTION_BASELESS, sequence, 2, ''",
    "CORRECTION, 1, 3, 4, true, CORRECTION_SUPERSEDED, sequence, 1, 3",
    "REPLACEMENT, 3, 1, 5, false, SEQUENCE_TOO_LOW, sequence, 3, > 5",
    "NIL, 2, 1, 3, false, SEQUENCE_TOO_LOW, sequence, 2, > 3"
  })
  void thereIsNone(
      DeclarationKind kind,
      int sequence,
      int base,
      int last,
      boolean filed,
      RejectCode code,
      String field,
      String value,
      String expected) {
    assertThat(judge(kind, sequence, base, last, filed))
        .isEqualTo(new Reject(2, code, field, value, expected));
  }
}
