package org.caisse.app.generate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;

/**
 * Writes the rights that an old system had opened before the month, with the total by which their
 * take-on must tie: of all persons whom somebody declares but one in thirty, who are new.
 */
final class EarlierRights {

  private static final int NEW_ONE_IN = 30;

  /** Months before the declared one since which they are open. */
  static final int WAITED_MONTHS = 3;

  private static final byte[] HEADER =
      "person;valid_from;valid_to;waiting_months;basis".getBytes(StandardCharsets.UTF_8);

  private final Fund fund;
  private final Path folder;

  /**
   * @param out folder of the fund
   */
  EarlierRights(Fund fund, Path out) {
    this.fund = fund;
    this.folder = out.resolve("take-on");
  }

  /** Whether a person had one. */
  static boolean had(Fund fund, int person) {
    return person < fund.heads().declared() && person % NEW_ONE_IN != NEW_ONE_IN - 1;
  }

  void write() throws IOException {
    Files.createDirectories(folder);
    YearMonth month = YearMonth.from(LocalDate.ofEpochDay(fund.month().firstDay()));
    int since = (int) month.minusMonths(WAITED_MONTHS).atDay(1).toEpochDay();
    int rights;
    try (CsvFile file = new CsvFile(folder.resolve("earlier-rights.csv"))) {
      file.put(HEADER).endLine();
      for (int person = 0; person < fund.heads().declared(); person++) {
        if (had(fund, person)) {
          file.put('P').put(fund.persons().number(person), 8).next().day(since).next();
          file.next().put(WAITED_MONTHS).next().put("PAID").endLine();
        }
      }
      rights = file.lines() - 1;
    }
    Files.writeString(
        folder.resolve("control.csv"),
        "control;key;count;total\nFILE;earlier-rights;%d;\n".formatted(rights));
  }
}
