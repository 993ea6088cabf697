package org.caisse.jobs.claim;

import java.time.LocalDate;
import java.util.List;
import org.caisse.domain.care.CarePayer;
import org.caisse.domain.claim.CareBook;
import org.caisse.domain.claim.History;
import org.caisse.domain.claim.ReductionCode;
import org.caisse.jobs.run.RunContext;
import org.caisse.jobs.run.Sql;
import org.caisse.jobs.run.Statistics;
import org.caisse.jobs.run.Steps;
import org.springframework.batch.core.step.StepExecution;

/** Writes down, once for the run, which lines of which households it goes through. */
final class PlanHouseholds implements Steps.Work {

  /** What is reduced for these reasons may get more when others give back what they took. */
  private static final List<ReductionCode> LIMITS =
      List.of(
          ReductionCode.LIMIT_COUNT,
          ReductionCode.LIMIT_QUANTITY,
          ReductionCode.LIMIT_AMOUNT,
          ReductionCode.AGREEMENT_QUANTITY);

  private final RunContext run;

  PlanHouseholds(RunContext run) {
    this.run = run;
  }

  @Override
  public void run(StepExecution step) {
    Statistics.noNestedLoops(run);
    Statistics.roomToSort(run);
    run.sql()
        .sql(Sql.of(getClass(), "plan-lines"))
        .param("run", run.run().id())
        .param("inputs", run.inputArray())
        .param("withdrawn", run.withdrawnArray())
        .param("insurers", insurers())
        .update();
    Statistics.refresh(run, List.of("claim_work"));
    run.sql()
        .sql(Sql.of(getClass(), "plan-members"))
        .param("run", run.run().id())
        .param("inputs", run.inputArray())
        .param("insurers", insurers())
        .update();
    Statistics.refresh(run, List.of("claim_member"));
    run.sql()
        .sql(Sql.of(getClass(), "plan-reduced"))
        .param("run", run.run().id())
        .param("inputs", run.inputArray())
        .param("limits", LIMITS.stream().map(ReductionCode::number).toArray(Integer[]::new))
        .update();
    LimitsInForce.keep(run);
    Statistics.refresh(run, List.of("claim_work"));
    firm();
    Statistics.refresh(run, List.of("claim_firm"));
  }

  /** What of the history counts. */
  private void firm() {
    LocalDate day = run.run().businessDate();
    LocalDate first =
        run.sql()
            .sql("SELECT min(care_on) FROM claim_work WHERE run_id = ? AND kind <> 'FALLEN'")
            .param(run.run().id())
            .query(LocalDate.class)
            .optional()
            .orElse(day);
    History history = History.of(new CareBook(run.law()), first, day);
    run.sql()
        .sql(Sql.of(getClass(), "plan-firm"))
        .param("run", run.run().id())
        .param("inputs", run.inputArray())
        .param("days", history.days())
        .param("years", history.years())
        .param("bounded", history.bounded().toArray(String[]::new))
        .param("ofPrescription", history.ofPrescription().toArray(String[]::new))
        .update();
  }

  /** The payers whose insured persons are heads of families. */
  private String[] insurers() {
    return run.law().pack().care().payers().stream()
        .filter(payer -> payer.kind() != CarePayer.Kind.MUTUAL)
        .map(CarePayer::id)
        .toArray(String[]::new);
  }
}
