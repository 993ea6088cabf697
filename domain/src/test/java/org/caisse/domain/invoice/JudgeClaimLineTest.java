package org.caisse.domain.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.caisse.domain.reject.Reject;
import org.caisse.domain.reject.RejectCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which lines of invoices are taken. */
class JudgeClaimLineTest {

  private static final LocalDate RECEIVED = LocalDate.of(2026, 3, 5);
  private static final LocalDate FEBRUARY = LocalDate.of(2026, 2, 1);

  @ParameterizedTest
  @CsvSource({
    // act, letter, coefficient, medicine, quantity, unit, charged, fund, patient, code
    "C01,,,,1,1000,1000,,,",
    "C01,,,,1,,1000,,,",
    ",B,12.5,,1,,1250,,,",
    ",,,M1,10.5,25,263,,,",
    ",,,M1,10.5,25,262,,,CHARGED_MISMATCH",
    ",,,M1,0.1,4,0,,,",
    "C01,,,,2,1000,1000,,,CHARGED_MISMATCH",
    "C01,,,,1,,1000,700,300,",
    "C01,,,,1,,1000,700,299,SHARES_MISMATCH",
    "C01,,,,1,,1000,700,,",
    "C01,,,,1,,1000,1001,,SHARES_MISMATCH",
    ",,,,1,,1000,,,CARE_UNCLEAR",
    "C01,,,M1,1,,1000,,,CARE_UNCLEAR",
    ",B,,,1,,1000,,,CARE_UNCLEAR",
    ",B,0.0,,1,,1000,,,CARE_UNCLEAR",
    "C01,,2,,1,,1000,,,CARE_UNCLEAR",
  })
  void sumsFitEachOtherAndCareIsNamedOnce(
      String act,
      String letter,
      String coefficient,
      String medicine,
      String quantity,
      Long unit,
      Long charged,
      Long fundShare,
      Long patientShare,
      RejectCode code) {
    ClaimLineRow judged =
        line(
                text(act),
                text(letter),
                text(coefficient),
                text(medicine),
                quantity,
                unit,
                charged,
                fundShare,
                patientShare,
                "2026-02-03",
                true,
                0,
                InvoiceRow.Status.FILED,
                null)
            .judged();

    assertThat(judged.reject() == null ? null : judged.reject().code()).isEqualTo(code);
    assertThat(judged.isAccepted()).isEqualTo(code == null);
  }

  @Test
  void careIsNotInTheFutureAndOfAnEarlierMonthLate() {
    assertThat(onDay("2026-03-05").judged().reject()).isNull();
    assertThat(onDay("2026-03-06").judged().reject().code()).isEqualTo(RejectCode.CARE_IN_FUTURE);
    assertThat(onDay("2026-02-01").judged().late()).isFalse();
    assertThat(onDay("2026-01-31").judged().late()).isTrue();
    assertThat(onDay("2026-01-31").judged().judged()).isEqualTo(onDay("2026-01-31").judged());
  }

  @Test
  void whatIsWrongWithTheWholeIsSaidOfEachLineAndWhatIsRepeatedIsNeither() {
    Reject whole = new Reject(1, RejectCode.INVOICE_TOTAL, "invoice_total", "1", "2");

    ClaimLineRow refused = of(true, 0, InvoiceRow.Status.REFUSED, whole).judged();
    assertThat(refused.reject()).isEqualTo(whole.at(7));
    ClaimLineRow repeated = of(false, 9, InvoiceRow.Status.REPEATED, null).judged();
    assertThat(repeated.reject()).isNull();
    assertThat(repeated.isAccepted()).isFalse();
    assertThat(of(false, 0, InvoiceRow.Status.FILED, null).judged().reject().code())
        .isEqualTo(RejectCode.PERSON_UNKNOWN);
    assertThat(of(true, 9, InvoiceRow.Status.FILED, null).judged().reject().code())
        .isEqualTo(RejectCode.RANK_UNKNOWN);
  }

  private static ClaimLineRow onDay(String day) {
    return line(
        "C01",
        "",
        "",
        "",
        "1",
        null,
        1_000L,
        null,
        null,
        day,
        true,
        0,
        InvoiceRow.Status.FILED,
        null);
  }

  private static ClaimLineRow of(
      boolean personKnown, int rank, InvoiceRow.Status status, Reject whole) {
    return line(
        "C01",
        "",
        "",
        "",
        "1",
        null,
        1_000L,
        null,
        null,
        "2026-02-03",
        personKnown,
        rank,
        status,
        whole);
  }

  private static ClaimLineRow line(
      String act,
      String letter,
      String coefficient,
      String medicine,
      String quantity,
      Long unit,
      Long charged,
      Long fundShare,
      Long patientShare,
      String day,
      boolean personKnown,
      int rank,
      InvoiceRow.Status status,
      Reject whole) {
    return new ClaimLineRow(
        7,
        7,
        false,
        1,
        status,
        whole,
        null,
        "P1",
        personKnown,
        rank,
        false,
        LocalDate.parse(day),
        RECEIVED,
        FEBRUARY,
        act,
        letter,
        coefficient,
        medicine,
        quantity,
        unit,
        charged,
        fundShare,
        patientShare,
        false,
        false,
        null);
  }

  private static String text(String cell) {
    return cell == null ? "" : cell;
  }
}
