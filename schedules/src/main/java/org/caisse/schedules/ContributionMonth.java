package org.caisse.schedules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.caisse.jobs.contribution.ContributionAssessment;
import org.caisse.jobs.declaration.DeclarationIntake;
import org.caisse.jobs.run.Run;

/**
 * The runs of a contribution month, in order: the folders of the inbox that are named after a day
 * of receipt, each taken in and followed by an assessment on that day. Asking again does only what
 * is new.
 */
public final class ContributionMonth {

  private ContributionMonth() {}

  /**
   * A run to ask for.
   *
   * @param job name of the job
   * @param parameters by name
   */
  public record Planned(String job, Map<String, List<String>> parameters) {}

  /**
   * The runs of a month.
   *
   * @param inbox folder with one folder a day of receipt, such as {@code 2026-03-09}
   * @param from first day of receipt that counts, inclusive
   */
  public static List<Planned> plan(YearMonth period, Path inbox, LocalDate from) {
    List<Planned> plan = new ArrayList<>();
    for (LocalDate day : days(inbox)) {
      if (!day.isBefore(from)) {
        plan.add(
            new Planned(
                DeclarationIntake.NAME,
                Map.of(
                    "date",
                    List.of(day.toString()),
                    "file",
                    List.of(inbox.resolve(day.toString()).toString()))));
        if (!day.isAfter(period.atEndOfMonth())) {
          continue;
        }
        plan.add(
            new Planned(
                ContributionAssessment.NAME,
                Map.of("period", List.of(period.toString()), "date", List.of(day.toString()))));
      }
    }
    return plan;
  }

  /**
   * Whether the books have gone past a planned assessment: what came in on a later day is taken in
   * already, or assessed. It counts on that day, so asking for the assessment of the day before
   * would now date it wrongly. One that has begun is continued all the same, with what it was
   * frozen with.
   *
   * @param runs all runs
   */
  public static boolean isOvertaken(Planned planned, List<Run> runs) {
    if (!planned.job().equals(ContributionAssessment.NAME)) {
      return false;
    }
    String period = planned.parameters().get("period").getFirst();
    LocalDate day = LocalDate.parse(planned.parameters().get("date").getFirst());
    boolean later = false;
    for (Run run : runs) {
      boolean same =
          run.key().job().equals(ContributionAssessment.NAME) && run.key().scope().equals(period);
      if (same && run.status().isUnfinished()) {
        return false;
      }
      later |=
          run.status() == Run.Status.COMPLETED
              && (same || run.key().job().equals(DeclarationIntake.NAME))
              && run.businessDate().isAfter(day);
    }
    return later;
  }

  /** The days that folders of the inbox are named after, in order; other folders are left alone. */
  static List<LocalDate> days(Path inbox) {
    if (!Files.isDirectory(inbox)) {
      return List.of();
    }
    try (Stream<Path> folders = Files.list(inbox)) {
      return folders
          .filter(Files::isDirectory)
          .map(folder -> day(folder.getFileName().toString()))
          .filter(day -> day != null)
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("the inbox " + inbox + " cannot be read", e);
    }
  }

  private static LocalDate day(String name) {
    try {
      return LocalDate.parse(name);
    } catch (DateTimeException e) {
      return null;
    }
  }
}
