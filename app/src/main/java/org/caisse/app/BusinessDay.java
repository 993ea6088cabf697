package org.caisse.app;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import org.caisse.jobs.run.UsageException;
import picocli.CommandLine.Option;

/** The option of commands that are dated, with today where nothing is said. */
final class BusinessDay {

  @Option(names = "--date", paramLabel = "DATE", description = "business date (default: today)")
  private String date;

  LocalDate day() {
    if (date == null) {
      return LocalDate.now(ZoneId.systemDefault());
    }
    try {
      return LocalDate.parse(date);
    } catch (DateTimeException e) {
      throw new UsageException("--date %s is no date; write it like 2026-03-12".formatted(date), e);
    }
  }
}
