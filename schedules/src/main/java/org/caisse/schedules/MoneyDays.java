package org.caisse.schedules;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.caisse.jobs.account.AccountSettlement;
import org.caisse.jobs.receipt.ReceiptIntake;
import org.caisse.jobs.run.Run;
import org.caisse.schedules.ContributionMonth.Planned;

/**
 * The runs of money received, in order: for each folder of bank statements or remittances in the
 * inbox that is named after a day of receipt, they are taken in and the accounts settled on that
 * day. Asking again does only what is new.
 */
public final class MoneyDays {

  private MoneyDays() {}

  /**
   * The runs since a month began.
   *
   * @param inbox of the workspace
   */
  public static List<Planned> plan(YearMonth period, Path inbox) {
    SortedSet<LocalDate> days = new TreeSet<>(ContributionMonth.days(inbox.resolve("receipts")));
    days.addAll(ContributionMonth.days(inbox.resolve("remittances")));
    List<Planned> plan = new ArrayList<>();
    for (LocalDate day : days.tailSet(period.atDay(1))) {
      plan.add(on(day, ReceiptIntake.NAME));
      plan.add(on(day, AccountSettlement.NAME));
    }
    return plan;
  }

  private static Planned on(LocalDate day, String job) {
    return new Planned(job, Map.of("date", List.of(day.toString())));
  }

  /**
   * Whether accounts were settled, or a settlement has begun, for a later day than the planned one:
   * what came in since counts on the next day of settlement.
   *
   * @param runs all runs
   */
  public static boolean isOvertaken(Planned planned, List<Run> runs) {
    if (!planned.job().equals(AccountSettlement.NAME)) {
      return false;
    }
    LocalDate day = LocalDate.parse(planned.parameters().get("date").getFirst());
    return runs.stream()
        .filter(run -> run.key().job().equals(planned.job()) && run.businessDate().isAfter(day))
        .anyMatch(run -> run.status() == Run.Status.COMPLETED || run.status().isUnfinished());
  }
}
