package org.caisse.jobs.invoice;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.caisse.readers.invoice.InvoiceRecord;

/**
 * What the lines of an invoice say, as a hash that grows line by line: two invoices of a file say
 * the same when an intake finds so of the same columns ({@code group-invoices.sql}).
 */
final class InvoiceContent {

  private InvoiceContent() {}

  /**
   * The hash after one more line.
   *
   * @param before the hash of the lines before, empty for none
   * @param care null when nothing of the line can be read
   * @param raw the line as it was read when it is refused, else empty
   */
  static String after(String before, InvoiceRecord.Care care, String raw) {
    String text = before + "\n" + (care == null ? "" : text(care)) + "\n" + raw;
    return HexFormat.of().formatHex(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static String text(InvoiceRecord.Care care) {
    // All but the number of the line, which is no part of what was done.
    return Stream.of(
            care.person(),
            care.rank(),
            care.careOn(),
            care.act(),
            care.letter(),
            number(care.coefficient()),
            care.medicine(),
            number(care.quantity()),
            care.unit(),
            care.charged(),
            number(care.rate()),
            care.fundShare(),
            care.patientShare(),
            care.prescriber(),
            care.prescription(),
            care.prescribedOn(),
            care.referrer(),
            care.agreement(),
            care.affection(),
            care.exemption(),
            care.place())
        .map(value -> Objects.toString(value, ""))
        .collect(Collectors.joining("|"));
  }

  private static String number(BigDecimal number) {
    return number == null ? "" : number.stripTrailingZeros().toPlainString();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no SHA-256", e);
    }
  }
}
