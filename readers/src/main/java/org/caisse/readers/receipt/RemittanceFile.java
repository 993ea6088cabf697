package org.caisse.readers.receipt;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.caisse.config.format.FileKind;
import org.caisse.domain.ledger.Component;
import org.caisse.readers.registry.RegistryFile;
import org.caisse.readers.registry.RowFields;

/** Opens Caisse's own file of remittances of delegated bodies, whose rows are read one by one. */
public final class RemittanceFile {

  private static final int RECORD = 0;
  private static final int OGD = 1;
  private static final int NUMBER = 2;
  private static final int DATE = 3;
  private static final int EMPLOYER = 4;
  private static final int PERIOD = 5;
  private static final int COMPONENT = 6;
  private static final int AMOUNT = 7;
  private static final int TEXT = 8;
  private static final int TAKES_BACK = 9;
  private static final int COUNT = 10;
  private static final int TOTAL = 11;
  private static final int WITHHELD = 12;
  private static final int TRANSFER_REF = 13;

  private static final List<String> COMPONENTS =
      List.of("contribution", "late_declaration", "late_payment", "closed_late");
  private static final int MAX_REFERENCE = 64;
  private static final int MAX_TEXT = 500;

  private RemittanceFile() {}

  /**
   * Opens it.
   *
   * @param decimals of the currency's minor unit
   */
  public static RegistryFile<ReceiptLine> open(Path file, int decimals) throws IOException {
    return RegistryFile.of(file, FileKind.REMITTANCES.header(), row -> line(row, decimals));
  }

  private static ReceiptLine line(RowFields row, int decimals) {
    String record = row.oneOf(RECORD, List.of("S", "R"));
    String ogd = row.identifier(OGD);
    String number = row.required(NUMBER, MAX_REFERENCE);
    if (record.equals("S")) {
      LocalDate on = row.day(DATE);
      Long withheld = row.amountMinor(WITHHELD, decimals);
      if (withheld != null && withheld < 0) {
        row.amount(WITHHELD, ">= 0");
      }
      return new ReceiptLine.Remittance(
          ogd,
          number,
          on,
          row.wholeNumber(COUNT),
          row.amountMinor(TOTAL, decimals),
          withheld == null ? 0 : withheld,
          row.text(TRANSFER_REF, MAX_REFERENCE));
    }
    LocalDate on = row.optionalDay(DATE);
    String employer = row.text(EMPLOYER, MAX_REFERENCE);
    LocalDate period = row.optionalMonth(PERIOD);
    String component = row.oneOf(COMPONENT, COMPONENTS);
    Long amount = row.amountMinor(AMOUNT, decimals);
    String takesBack = row.text(TAKES_BACK, MAX_REFERENCE);
    if (amount == null || amount == 0) {
      row.amount(AMOUNT, "<> 0");
    } else if ((amount < 0) == takesBack.isEmpty()) {
      row.amount(amount < 0 ? TAKES_BACK : AMOUNT, amount < 0 ? "2026-03/4" : "< 0");
    }
    return new ReceiptLine.Collected(
        ogd,
        number,
        on,
        employer,
        period,
        component.isEmpty() || !COMPONENTS.contains(component)
            ? null
            : Component.valueOf(component.toUpperCase(Locale.ROOT)),
        amount == null ? 0 : amount,
        row.text(TEXT, MAX_TEXT),
        takesBack);
  }
}
