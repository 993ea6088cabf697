package org.caisse.schedules;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.caisse.jobs.claim.CareDays;
import org.caisse.jobs.claim.CareRemittance;
import org.caisse.jobs.claim.ClaimAdjudication;
import org.caisse.jobs.entitlement.Entitlement;
import org.caisse.jobs.invoice.InvoiceIntake;
import org.caisse.jobs.run.Run;
import org.caisse.schedules.ContributionMonth.Planned;

/**
 * The runs of a month of care, in order: for each folder of invoices in the inbox that is named
 * after a day of receipt, rights as of that day, the invoices taken in and decided on, and what
 * providers and insured persons are told. Asking again does only what is new.
 */
public final class CareMonth {

  /** Folder of the inbox with one folder a day of receipt. */
  public static final String FOLDER = "invoices";

  /** Which jobs on a later day keep a job from going back to an earlier one. */
  private static final Map<String, Set<String>> FORWARD =
      Map.of(
          Entitlement.NAME,
          Set.of(Entitlement.NAME),
          ClaimAdjudication.NAME,
          CareDays.JOBS,
          CareRemittance.NAME,
          CareDays.JOBS);

  private CareMonth() {}

  /**
   * The runs of a month.
   *
   * @param inbox of the workspace
   */
  public static List<Planned> plan(YearMonth period, Path inbox) {
    Path invoices = inbox.resolve(FOLDER);
    List<Planned> plan = new ArrayList<>();
    for (LocalDate day : ContributionMonth.days(invoices)) {
      if (day.isBefore(period.atDay(1))) {
        continue;
      }
      plan.add(on(day, Entitlement.NAME));
      plan.add(
          new Planned(
              InvoiceIntake.NAME,
              Map.of(
                  "date",
                  List.of(day.toString()),
                  "file",
                  List.of(invoices.resolve(day.toString()).toString()))));
      plan.add(on(day, ClaimAdjudication.NAME));
      plan.add(on(day, CareRemittance.NAME));
    }
    return plan;
  }

  private static Planned on(LocalDate day, String job) {
    return new Planned(job, Map.of("date", List.of(day.toString())));
  }

  /**
   * Whether a job, or one that it follows or that follows it, was done or has begun for a later day
   * than the planned one: what came in since counts on that day.
   *
   * @param runs all runs
   */
  public static boolean isOvertaken(Planned planned, List<Run> runs) {
    Set<String> forward = FORWARD.getOrDefault(planned.job(), Set.of());
    LocalDate day = LocalDate.parse(planned.parameters().get("date").getFirst());
    return runs.stream()
        .filter(run -> forward.contains(run.key().job()) && run.businessDate().isAfter(day))
        .anyMatch(run -> run.status() == Run.Status.COMPLETED || run.status().isUnfinished());
  }
}
