package org.caisse.readers.invoice;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import org.caisse.config.format.FileKind;
import org.caisse.readers.registry.RegistryFile;
import org.caisse.readers.registry.RowFields;

/** Opens Caisse's own file of invoices, whose records are read one by one. */
public final class InvoiceFile {

  private static final int RECORD = 0;
  private static final int PROVIDER = 1;
  private static final int LOT = 2;
  private static final int INVOICE = 3;
  private static final int VERSION = 4;
  private static final int KIND = 5;
  private static final int PERIOD = 6;
  private static final int LOT_INVOICES = 7;
  private static final int LOT_TOTAL = 8;
  private static final int INVOICE_LINES = 9;
  private static final int INVOICE_TOTAL = 10;
  private static final int PERSON = 11;
  private static final int RANK = 12;
  private static final int CARE_ON = 13;
  private static final int ACT = 14;
  private static final int LETTER = 15;
  private static final int COEFFICIENT = 16;
  private static final int MEDICINE = 17;
  private static final int QUANTITY = 18;
  private static final int UNIT = 19;
  private static final int CHARGED = 20;
  private static final int RATE = 21;
  private static final int FUND_SHARE = 22;
  private static final int PATIENT_SHARE = 23;
  private static final int PRESCRIBER = 24;
  private static final int PRESCRIPTION = 25;
  private static final int PRESCRIBED_ON = 26;
  private static final int REFERRER = 27;
  private static final int AGREEMENT = 28;
  private static final int AFFECTION = 29;
  private static final int EXEMPTION = 30;
  private static final int PLACE = 31;
  private static final int LINE = 32;

  private static final int MAX_NUMBER = 64;
  private static final int QUANTITY_DIGITS = 9;
  private static final int COEFFICIENT_DIGITS = 6;
  private static final int RATE_DIGITS = 3;
  private static final int DECIMALS = 3;
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private InvoiceFile() {}

  /**
   * Opens it. Only a record that cannot be split is refused by the reader; all others are records,
   * with their {@link InvoiceRecord#problem()}, so that amounts are added up all the same.
   *
   * @param decimals of the currency's minor unit
   */
  public static RegistryFile<InvoiceRecord> open(Path file, int decimals) throws IOException {
    return RegistryFile.of(file, FileKind.INVOICES.header(), row -> record(row, decimals));
  }

  private static InvoiceRecord record(RowFields row, int decimals) {
    InvoiceRecord.Type type =
        switch (row.oneOf(RECORD, List.of("B", "I", "L", "C"))) {
          case "B" -> InvoiceRecord.Type.LOT;
          case "I" -> InvoiceRecord.Type.INVOICE;
          case "C" -> InvoiceRecord.Type.CORRECTION;
          default -> InvoiceRecord.Type.LINE;
        };
    boolean line = type == InvoiceRecord.Type.LINE || type == InvoiceRecord.Type.CORRECTION;
    String provider = row.text(PROVIDER, MAX_NUMBER);
    String lot = row.text(LOT, MAX_NUMBER);
    String invoice = row.text(INVOICE, MAX_NUMBER);
    Integer version = row.wholeNumber(VERSION);
    if (version != null && version < 1) {
      row.invalid(VERSION, ">= 1");
    }
    InvoiceRecord.Care care = line ? care(row, decimals) : null;
    return new InvoiceRecord(
        type,
        provider,
        lot,
        invoice,
        version,
        row.oneOf(KIND, List.of("third_party", "reimbursement")),
        row.optionalMonth(PERIOD),
        row.wholeNumber(LOT_INVOICES),
        row.amountMinor(LOT_TOTAL, decimals),
        row.wholeNumber(INVOICE_LINES),
        row.amountMinor(INVOICE_TOTAL, decimals),
        care,
        row.takenOver());
  }

  private static InvoiceRecord.Care care(RowFields row, int decimals) {
    return new InvoiceRecord.Care(
        row.required(PERSON, MAX_NUMBER),
        row.wholeNumber(RANK),
        row.day(CARE_ON),
        row.text(ACT, MAX_NUMBER),
        row.text(LETTER, MAX_NUMBER),
        row.decimal(COEFFICIENT, COEFFICIENT_DIGITS, DECIMALS),
        row.text(MEDICINE, MAX_NUMBER),
        quantity(row),
        row.payMinor(UNIT, decimals),
        charged(row, decimals),
        rate(row),
        row.payMinor(FUND_SHARE, decimals),
        row.payMinor(PATIENT_SHARE, decimals),
        row.text(PRESCRIBER, MAX_NUMBER),
        row.text(PRESCRIPTION, MAX_NUMBER),
        row.optionalDay(PRESCRIBED_ON),
        row.text(REFERRER, MAX_NUMBER),
        row.text(AGREEMENT, MAX_NUMBER),
        row.text(AFFECTION, MAX_NUMBER),
        row.text(EXEMPTION, MAX_NUMBER),
        row.text(PLACE, MAX_NUMBER),
        no(row));
  }

  /**
   * What is charged. A negative amount is none: it must not make a total tie whose other lines
   * would then be paid in full.
   */
  private static Long charged(RowFields row, int decimals) {
    Long minor = row.requiredPayMinor(CHARGED, decimals);
    return minor == null || minor < 0 ? null : minor;
  }

  /** A number that is none is no reason to refuse a line: it is counted instead. */
  private static Integer no(RowFields row) {
    String said = row.text(LINE, MAX_NUMBER);
    if (!said.matches("[0-9]{1,9}")) {
      return null;
    }
    int no = Integer.parseInt(said);
    return no == 0 ? null : no;
  }

  private static BigDecimal quantity(RowFields row) {
    if (row.isBlank(QUANTITY)) {
      return BigDecimal.ONE;
    }
    if (row.text(QUANTITY, MAX_NUMBER).startsWith("-")) {
      row.invalid(QUANTITY, "> 0");
      return null;
    }
    BigDecimal quantity = row.decimal(QUANTITY, QUANTITY_DIGITS, DECIMALS);
    if (quantity != null && quantity.signum() == 0) {
      row.invalid(QUANTITY, "> 0");
    }
    return quantity;
  }

  private static BigDecimal rate(RowFields row) {
    BigDecimal rate = row.decimal(RATE, RATE_DIGITS, DECIMALS);
    if (rate != null && rate.compareTo(HUNDRED) > 0) {
      row.invalid(RATE, "<= 100");
    }
    return rate;
  }
}
