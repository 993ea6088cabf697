package org.caisse.jobs.run;

import javax.sql.DataSource;
import org.springframework.batch.core.configuration.support.MapJobRegistry;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.launch.support.TaskExecutorJobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.repository.support.JdbcJobRepositoryFactoryBean;
import org.springframework.core.task.SyncTaskExecutor;
import org.springframework.transaction.annotation.Isolation;

/**
 * Spring Batch's repository in the same database and DataSource as the data, so that a chunk's rows
 * and its progress commit together. Created READ_COMMITTED: the default, SERIALIZABLE, fails under
 * concurrency, and identity is protected by the run's lock and an index instead.
 */
final class BatchRepository {

  private BatchRepository() {}

  static JobRepository create(DataSource dataSource, Run run) {
    JdbcJobRepositoryFactoryBean factory = new JdbcJobRepositoryFactoryBean();
    factory.setDataSource(dataSource);
    factory.setDatabaseType("POSTGRES");
    factory.setTransactionManager(new RunTransactions(dataSource, run));
    factory.setIsolationLevelForCreateEnum(Isolation.READ_COMMITTED);
    factory.setSerializer(new ContextText());
    try {
      factory.afterPropertiesSet();
      return factory.getObject();
    } catch (Exception e) {
      throw new IllegalStateException("Spring Batch cannot use its tables", e);
    }
  }

  /** An operator that executes one job in the thread that asks. */
  static TaskExecutorJobOperator operator(JobRepository repository, Job job) {
    MapJobRegistry registry = new MapJobRegistry();
    TaskExecutorJobOperator operator = new TaskExecutorJobOperator();
    operator.setJobRepository(repository);
    operator.setJobRegistry(registry);
    operator.setTaskExecutor(new SyncTaskExecutor());
    try {
      registry.register(job);
      operator.afterPropertiesSet();
      return operator;
    } catch (Exception e) {
      throw new IllegalStateException("job " + job.getName() + " cannot be registered", e);
    }
  }
}
