package org.caisse.jobs.run;

import java.nio.file.Path;
import java.util.List;
import javax.sql.DataSource;
import org.caisse.config.format.Formats;
import org.caisse.domain.pack.Law;
import org.caisse.domain.run.FailPoint;
import org.caisse.writers.document.Letterhead;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the steps of one run work with.
 *
 * @param run identity, as frozen
 * @param environment the process around it
 * @param law pack and settings as frozen for the run
 * @param formats of received files, and what each sender does differently, as frozen for the run
 * @param files taken in, in order
 * @param inputs completed runs that it reads
 * @param withdrawn files that do not count for it: withdrawn by runs that it reads
 * @param steps builds its steps
 * @param repository of Spring Batch
 * @param progress hears how it advances
 */
public record RunContext(
    Run run,
    RunEnvironment environment,
    Law law,
    Formats formats,
    List<FrozenFile> files,
    List<Integer> inputs,
    List<Integer> withdrawn,
    Steps steps,
    JobRepository repository,
    RunProgress progress) {

  public RunContext {
    files = List.copyOf(files);
    inputs = List.copyOf(inputs);
    withdrawn = List.copyOf(withdrawn);
  }

  /** Starts the description of the run's pipeline. */
  public JobBuilder pipeline() {
    return new JobBuilder(run.key().job(), repository);
  }

  public DataSource dataSource() {
    return environment.dataSource();
  }

  public FailPoint failPoint() {
    return environment.failPoint();
  }

  /** SQL on the transaction of the step that asks. */
  public JdbcClient sql() {
    return JdbcClient.create(dataSource());
  }

  /** What all its documents have in common. */
  public Letterhead letterhead() {
    return Letterhead.of(
        law.settings(), law.pack().currency(), run.language(), environment.isDryRun());
  }

  /** Where its files for people and partners go. */
  public Path outbox() {
    return environment.workspace().outbox().resolve(run.key().label());
  }

  /** Where what the rules saw and decided goes. */
  public Path archive() {
    return environment.workspace().archive().resolve(run.key().label());
  }

  /** Where it keeps what it can make again from its files, until it is completed. */
  public Path work() {
    return environment.workspace().work().resolve(run.key().label());
  }

  /** The runs that it reads, for an SQL array. */
  public Integer[] inputArray() {
    return inputs.toArray(Integer[]::new);
  }

  /** The files that do not count, for an SQL array. */
  public Integer[] withdrawnArray() {
    return withdrawn.toArray(Integer[]::new);
  }
}
