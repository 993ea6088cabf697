package org.caisse.writers.document;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.caisse.domain.document.DocumentNumber;
import org.caisse.domain.pack.Shares;

/**
 * What a delegated body (OGD) is to collect for a month: a machine CSV with one row per employer
 * ({@code E}), one per population of enrolled persons ({@code P}), and a total row ({@code T}).
 */
public final class OgdFile implements OgdForm {

  private static final TotalledLayout LAYOUT =
      new TotalledLayout(
          List.of(
              "record",
              "ogd",
              "period",
              "currency",
              "employer",
              "name",
              "population",
              "state",
              "persons",
              "base",
              "employer_share",
              "insured_share",
              "state_share",
              "surcharge",
              "total",
              "months_late",
              "count"),
          Set.of("E", "P"),
          Set.of("base", "employer_share", "insured_share", "state_share", "surcharge", "total"),
          Set.of("persons"));

  private final TotalledWriter writer;
  private final String ogd;

  /**
   * @param out receives the file; closed by the caller
   * @param letterhead of the fund
   * @param number its own, in the opening row
   * @param ogd code of the delegated body
   * @param ogdName its name
   * @param periodStart first day of the month
   */
  public OgdFile(
      OutputStream out,
      Letterhead letterhead,
      DocumentNumber number,
      String ogd,
      String ogdName,
      LocalDate periodStart)
      throws IOException {
    this.ogd = ogd;
    this.writer =
        new TotalledWriter(
            out,
            LAYOUT,
            letterhead.currency(),
            List.of(ogd, Months.code(periodStart), letterhead.currency().code()));
    writer.head().text(number.toString()).text(ogdName).empty(1).text(letterhead.machineMark());
    writer.endRow();
  }

  @Override
  public void employer(EmployerMonth month) throws IOException {
    if (!month.ogd().equals(ogd)) {
      throw new IllegalArgumentException(
          "employer %s pays to %s and does not belong in the file of %s"
              .formatted(month.employerNo(), month.ogd(), ogd));
    }
    writer
        .row("E")
        .text(month.employerNo())
        .text(month.name())
        .text(month.population())
        .text(month.state().name().toLowerCase(Locale.ROOT));
    amounts(month.persons(), month.baseMinor(), month.contributions(), month.surchargeMinor());
    writer.text(Integer.toString(month.monthsLate())).endRow();
  }

  @Override
  public void enrolled(String population, int persons, Shares contributions) throws IOException {
    writer.row("P").empty(2).text(population).empty(1);
    amounts(persons, 0, contributions, 0);
    writer.endRow();
  }

  /** Sum of all that is to be collected so far, minor units. */
  public long totalMinor() {
    return writer.sum("total");
  }

  /** Ends the file with its total row; the stream stays open. */
  @Override
  public void finish() throws IOException {
    writer.finish();
  }

  /** Adds a file up again. Returns what is wrong, a sentence each; empty when all ties. */
  public static List<String> verify(Path file) throws IOException {
    return TotalledReader.verify(
        file,
        LAYOUT,
        new PartsAddUp(List.of("employer_share", "insured_share", "state_share", "surcharge")));
  }

  private void amounts(int persons, long baseMinor, Shares shares, long surchargeMinor) {
    writer
        .number(persons)
        .amount(baseMinor)
        .amount(shares.employerMinor())
        .amount(shares.insuredMinor())
        .amount(shares.stateMinor())
        .amount(surchargeMinor)
        .amount(Math.addExact(shares.totalMinor(), surchargeMinor));
  }
}
