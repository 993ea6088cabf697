package org.caisse.readers.receipt;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.caisse.config.format.FileKind;
import org.caisse.readers.registry.RegistryFile;
import org.caisse.readers.registry.RowFields;

/** Opens Caisse's own file of bank statements, whose rows are read one by one. */
public final class ReceiptFile {

  private static final int RECORD = 0;
  private static final int ACCOUNT = 1;
  private static final int BOOKING = 2;
  private static final int VALUE = 3;
  private static final int BANK_REF = 4;
  private static final int DEBIT = 5;
  private static final int CREDIT = 6;
  private static final int BALANCE = 7;
  private static final int PAYER_ACCOUNT = 8;
  private static final int PAYER_NAME = 9;
  private static final int TEXT = 10;
  private static final int TAKES_BACK = 11;
  private static final int COUNT = 12;
  private static final int OPENING = 13;
  private static final int CLOSING = 14;

  private static final int MAX_REFERENCE = 64;
  private static final int MAX_NAME = 140;
  private static final int MAX_TEXT = 500;

  private ReceiptFile() {}

  /**
   * Opens it.
   *
   * @param decimals of the currency's minor unit
   */
  public static RegistryFile<ReceiptLine> open(Path file, int decimals) throws IOException {
    return RegistryFile.of(file, FileKind.RECEIPTS.header(), row -> line(row, decimals));
  }

  private static ReceiptLine line(RowFields row, int decimals) {
    String record = row.oneOf(RECORD, List.of("S", "R"));
    String account = row.required(ACCOUNT, MAX_REFERENCE);
    String reference = row.required(BANK_REF, MAX_REFERENCE);
    if (record.equals("S")) {
      return new ReceiptLine.Head(
          account,
          reference,
          row.wholeNumber(COUNT),
          row.amountMinor(OPENING, decimals),
          row.amountMinor(CLOSING, decimals));
    }
    LocalDate value = row.day(VALUE);
    LocalDate booking = row.optionalDay(BOOKING);
    Long debit = row.amountMinor(DEBIT, decimals);
    Long credit = row.amountMinor(CREDIT, decimals);
    boolean both = isGiven(debit) && isGiven(credit);
    if (both || (!isGiven(debit) && !isGiven(credit))) {
      row.sides(CREDIT);
    }
    return new ReceiptLine.Movement(
        account,
        booking == null ? value : booking,
        value,
        reference,
        isGiven(credit) ? credit : isGiven(debit) ? -debit : 0,
        row.amountMinor(BALANCE, decimals),
        row.text(PAYER_ACCOUNT, MAX_REFERENCE),
        row.text(PAYER_NAME, MAX_NAME),
        row.text(TEXT, MAX_TEXT),
        row.text(TAKES_BACK, MAX_REFERENCE));
  }

  /** Many banks write zero into the column of the other side. */
  private static boolean isGiven(Long amountMinor) {
    return amountMinor != null && amountMinor != 0;
  }
}
