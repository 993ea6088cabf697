package org.caisse.writers.document;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import org.caisse.writers.file.CsvText;

/**
 * Who is covered: a CSV for machines, the same header in every language. That for providers says no
 * more than they need at the counter: year of birth and sex, so that a card and its bearer can be
 * compared, and no name; that for a delegated body says besides from whom the right comes and why.
 */
public final class EligibilityFile {

  private static final int DRAIN_BYTES = 64 * 1024;

  private final OutputStream out;
  private final boolean body;
  private final CsvText csv = CsvText.forMachines();

  /**
   * A row. A person and payer of whom nothing is open any more has neither {@code from} nor {@code
   * to}.
   *
   * @param personNo number on the card
   * @param born year of birth; null when it is not known
   * @param sex {@code M}, {@code F} or empty
   * @param payer id of the payer in the care law
   * @param cover population for which the law covers otherwise than for others; else the word for
   *     others
   * @param from first day of the right
   * @param to first day on which it is closed, or null
   * @param headNo from whom the right comes
   * @param why code of why it opened
   */
  public record Row(
      String personNo,
      Integer born,
      String sex,
      String payer,
      String cover,
      LocalDate from,
      LocalDate to,
      String headNo,
      String why) {}

  /**
   * @param out receives it; closed by the caller
   * @param body whether it is for a delegated body
   */
  public EligibilityFile(OutputStream out, boolean body) {
    this.out = out;
    this.body = body;
    for (String title : new String[] {"person", "born", "sex", "payer", "cover", "from", "to"}) {
      csv.code(title);
    }
    if (body) {
      csv.code("head").code("why");
    }
    csv.endRow();
  }

  /** Adds a row. */
  public void append(Row row) throws IOException {
    csv.code(row.personNo());
    if (row.born() == null) {
      csv.empty(1);
    } else {
      csv.number(row.born());
    }
    csv.code(row.sex()).code(row.payer()).code(row.cover());
    csv.code(day(row.from())).code(day(row.to()));
    if (body) {
      csv.code(row.headNo()).code(row.why());
    }
    csv.endRow();
    if (csv.length() > DRAIN_BYTES) {
      csv.drainTo(out);
    }
  }

  /** Ends the file; the stream stays open. */
  public void finish() throws IOException {
    csv.drainTo(out);
  }

  private static String day(LocalDate day) {
    return day == null ? "" : day.toString();
  }
}
