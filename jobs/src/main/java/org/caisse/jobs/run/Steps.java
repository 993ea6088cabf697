package org.caisse.jobs.run;

import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.JobInterruptedException;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.StepInterruptionPolicy;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.ItemProcessor;
import org.springframework.batch.infrastructure.item.ItemReader;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/**
 * Builds every step of every job; nothing else may (a test sees to it). What Spring Batch leaves
 * open is closed here, once:
 *
 * <ul>
 *   <li>a chunk without an explicit transaction manager is not transactional: ours is always the
 *       run's, which checks the fence;
 *   <li>retries would run inside the broken transaction, and skipped items keep their side effects:
 *       there are neither, a failed chunk fails the run and the restart repeats it;
 *   <li>a task executor would process outside the transaction: there is none;
 *   <li>observing each item costs three quarters of the speed: no observation registry is set;
 *   <li>the end of a step is noted after the transaction of its work: that a whole step's work is
 *       done is noted in that transaction, too;
 *   <li>a stop is heard at every commit, from whichever process it was asked.
 * </ul>
 */
public final class Steps {

  private final JobRepository repository;
  private final FencedTransactions transactions;
  private final DoneSteps done;
  private final RunProgress progress;

  Steps(
      JobRepository repository,
      FencedTransactions transactions,
      DoneSteps done,
      RunProgress progress) {
    this.repository = repository;
    this.transactions = transactions;
    this.done = done;
    this.progress = progress;
  }

  /** Work done whole, in one transaction. */
  @FunctionalInterface
  public interface Work {

    /**
     * Does it; what is thrown rolls it back and fails the run.
     *
     * @param step for counts that people see
     */
    void run(StepExecution step) throws Exception;
  }

  /**
   * A step in chunks: items are read, judged and written, and the rows and the place reached are
   * committed together. Readers, processors and writers that are item streams keep their place in
   * the execution context.
   *
   * @param chunk items a transaction; items are blocks of lines or employers, never single lines
   */
  public <I, O> Step chunked(
      String name,
      int chunk,
      ItemReader<? extends I> reader,
      ItemProcessor<? super I, ? extends O> processor,
      ItemWriter<? super O> writer) {
    return new StepBuilder(name, repository)
        .<I, O>chunk(chunk)
        .transactionManager(transactions)
        .reader(reader)
        .processor(processor)
        .writer(writer)
        .interruptionPolicy(new StopAtCommit())
        .listener(new ToProgress())
        .build();
  }

  /** A step of one transaction. */
  public Step whole(String name, Work work) {
    return new StepBuilder(name, repository)
        .tasklet(
            (contribution, context) -> {
              if (!done.has(name)) {
                work.run(contribution.getStepExecution());
                done.add(name);
              }
              return RepeatStatus.FINISHED;
            },
            transactions)
        .listener(new ToProgress())
        .build();
  }

  private final class StopAtCommit implements StepInterruptionPolicy {

    @Override
    public void checkInterrupted(StepExecution step) throws JobInterruptedException {
      if (transactions.stopRequested()) {
        // Without this mark the interrupted step would end as completed.
        step.setTerminateOnly();
        throw new JobInterruptedException("stopped by an operator");
      }
    }
  }

  private final class ToProgress implements StepExecutionListener {

    @Override
    public void beforeStep(StepExecution step) {
      progress.stepStarted(step.getStepName());
      if (transactions.stopRequested()) {
        step.setTerminateOnly();
      }
    }

    @Override
    public ExitStatus afterStep(StepExecution step) {
      progress.stepEnded(step.getStepName(), step.getStatus() == BatchStatus.COMPLETED);
      return step.getExitStatus();
    }
  }
}
