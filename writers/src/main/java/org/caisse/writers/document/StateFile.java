package org.caisse.writers.document;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.caisse.domain.document.DocumentNumber;

/**
 * What the State owes for a month: a machine CSV with one row per delegated body and population
 * that the State funds ({@code P}), one per payroll of the State as an employer ({@code E}), and a
 * total row ({@code T}).
 */
public final class StateFile implements StateForm {

  private static final TotalledLayout LAYOUT =
      new TotalledLayout(
          List.of(
              "record",
              "period",
              "currency",
              "ogd",
              "ogd_name",
              "population",
              "employer",
              "name",
              "persons",
              "contributions",
              "surcharge",
              "total",
              "count"),
          Set.of("E", "P"),
          Set.of("contributions", "surcharge", "total"),
          Set.of("persons"));

  private final TotalledWriter writer;

  /**
   * @param out receives the file; closed by the caller
   * @param letterhead of the fund
   * @param number its own, in the opening row
   * @param periodStart first day of the month
   */
  public StateFile(
      OutputStream out, Letterhead letterhead, DocumentNumber number, LocalDate periodStart)
      throws IOException {
    this.writer =
        new TotalledWriter(
            out,
            LAYOUT,
            letterhead.currency(),
            List.of(Months.code(periodStart), letterhead.currency().code()));
    writer.head().empty(3).text(number.toString()).text(letterhead.machineMark());
    writer.endRow();
  }

  @Override
  public void funded(String ogd, String ogdName, String population, int persons, long amountMinor)
      throws IOException {
    writer.row("P").text(ogd).text(ogdName).text(population).empty(2);
    amounts(persons, amountMinor, 0);
  }

  /**
   * Adds a payroll that the State owes as an employer.
   *
   * @param ogdName name of the body that collects
   */
  public void employer(EmployerMonth month, String ogdName) throws IOException {
    writer
        .row("E")
        .text(month.ogd())
        .text(ogdName)
        .text(month.population())
        .text(month.employerNo())
        .text(month.name());
    amounts(month.persons(), month.contributions().totalMinor(), month.surchargeMinor());
  }

  /** Sum of all that the State owes so far, minor units. */
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
        file, LAYOUT, new PartsAddUp(List.of("contributions", "surcharge")));
  }

  private void amounts(int persons, long contributionsMinor, long surchargeMinor)
      throws IOException {
    writer
        .number(persons)
        .amount(contributionsMinor)
        .amount(surchargeMinor)
        .amount(Math.addExact(contributionsMinor, surchargeMinor))
        .endRow();
  }
}
