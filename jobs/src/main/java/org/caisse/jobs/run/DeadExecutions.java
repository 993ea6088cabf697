package org.caisse.jobs.run;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.dao.OptimisticLockingFailureException;

/**
 * What a dead process left running in Spring Batch's tables. Spring Batch's own recovery leaves
 * executions of unknown status alone; after a failed commit they are exactly what must be ended.
 */
final class DeadExecutions {

  private static final int ATTEMPTS = 5;
  private static final ExitStatus DIED = ExitStatus.FAILED.addExitDescription("its process died");

  private DeadExecutions() {}

  /** Ends them; only for the holder of the run's lock. */
  static void end(JobRepository repository, Run run) {
    for (int attempt = 1; ; attempt++) {
      try {
        endNow(repository, run);
        return;
      } catch (OptimisticLockingFailureException e) {
        // A ghost came to its own end in this very moment; look again at what it left.
        if (attempt == ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  private static void endNow(JobRepository repository, Run run) {
    JobInstance instance = repository.getJobInstance(run.key().job(), RunLauncher.identity(run));
    if (instance == null) {
      return;
    }
    List<JobExecution> executions = new ArrayList<>(repository.getJobExecutions(instance));
    if (executions.isEmpty()) {
      // Spring Batch writes an instance and its execution in two transactions. Whoever died between
      // them left an instance that it takes for begun and cannot go on with.
      repository.deleteJobInstance(instance);
      return;
    }
    executions.sort(Comparator.comparingLong(JobExecution::getId));
    Map<String, ExecutionContext> places = new HashMap<>();
    for (JobExecution execution : executions) {
      keepPlaces(repository, execution, places);
      if (!alive(execution.getStatus())) {
        continue;
      }
      for (StepExecution step : execution.getStepExecutions()) {
        if (alive(step.getStatus())) {
          step.setStatus(BatchStatus.FAILED);
          step.setExitStatus(DIED);
          step.setEndTime(LocalDateTime.now(ZoneOffset.UTC));
          repository.update(step);
        }
      }
      execution.setStatus(BatchStatus.FAILED);
      execution.setExitStatus(DIED);
      execution.setEndTime(LocalDateTime.now(ZoneOffset.UTC));
      repository.update(execution);
    }
  }

  /**
   * Spring Batch stores the place from which a step goes on with the step's first commit: a process
   * that dies before it leaves a step without a place, and the next restart would begin anew, on
   * top of what is committed. Such a step keeps the place of the execution before.
   */
  private static void keepPlaces(
      JobRepository repository, JobExecution execution, Map<String, ExecutionContext> places) {
    for (StepExecution step : execution.getStepExecutions()) {
      if (!step.getExecutionContext().isEmpty()) {
        places.put(step.getStepName(), step.getExecutionContext());
      } else if (places.containsKey(step.getStepName())) {
        step.setExecutionContext(places.get(step.getStepName()));
        repository.updateExecutionContext(step);
      }
    }
  }

  private static boolean alive(BatchStatus status) {
    return status.isRunning() || status == BatchStatus.UNKNOWN;
  }
}
