package org.caisse.jobs.claim;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.caisse.jobs.run.Outputs;
import org.caisse.jobs.run.RunContext;
import org.caisse.jobs.run.Statistics;
import org.caisse.jobs.run.Steps;
import org.caisse.writers.document.DocumentNames;
import org.caisse.writers.file.AtomicFile;
import org.caisse.writers.file.Sha256Sums;
import org.caisse.writers.file.StoredZip;
import org.caisse.writers.file.WrittenFile;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes what providers and insured persons get, and the lists of all of it. */
final class CareRemittanceDocuments implements Steps.Work {

  private final RunContext run;
  private final LocalDate day;

  CareRemittanceDocuments(RunContext run) {
    this.run = run;
    this.day = run.run().businessDate();
  }

  /** Writes a zip and, at the same time, the lists of what is in it. */
  @FunctionalInterface
  private interface Both {
    List<WrittenFile> write(StoredZip zip) throws IOException;
  }

  @Override
  public void run(StepExecution step) throws Exception {
    Statistics.noNestedLoops(run);
    Statistics.roomToSort(run);
    Files.createDirectories(run.outbox());
    List<WrittenFile> files = both();
    files.add(Sha256Sums.write(run.outbox(), List.copyOf(files), run.failPoint()));
    new Outputs(run).outbox(files);
  }

  /** Those of insured persons on a thread and a connection of their own. */
  private List<WrittenFile> both() throws Exception {
    if (run.environment().isDryRun()) {
      // It has one connection for everything.
      List<WrittenFile> files = new ArrayList<>(providers());
      files.addAll(insured());
      return files;
    }
    FutureTask<List<WrittenFile>> insured = new FutureTask<>(this::insuredApart);
    Thread thread = Thread.ofPlatform().daemon().name("care statements").start(insured);
    try {
      List<WrittenFile> files = new ArrayList<>(providers());
      files.addAll(insured.get());
      return files;
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case Exception cause -> throw cause;
        case Error cause -> throw cause;
        default -> throw e;
      }
    } finally {
      thread.join();
    }
  }

  private List<WrittenFile> providers() throws IOException {
    return zipped(
        DocumentNames.remittances(day),
        new ProviderDocuments(run)::write,
        run.law().settings().workbooks());
  }

  private List<WrittenFile> insured() throws IOException {
    return zipped(DocumentNames.careStatements(day), new InsuredDocuments(run)::write, false);
  }

  private List<WrittenFile> insuredApart() {
    TransactionTemplate apart =
        new TransactionTemplate(new JdbcTransactionManager(run.dataSource()));
    apart.setReadOnly(true);
    return apart.execute(
        status -> {
          Statistics.noNestedLoops(run);
          Statistics.roomToSort(run);
          try {
            return insured();
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  /**
   * @param workbooks whether the zip has workbooks, whose bytes may differ for the same content
   */
  private List<WrittenFile> zipped(String name, Both content, boolean workbooks)
      throws IOException {
    List<WrittenFile> files = new ArrayList<>();
    List<String> hash = new ArrayList<>();
    WrittenFile written =
        AtomicFile.write(
            run.outbox().resolve(name),
            run.failPoint(),
            out -> {
              StoredZip zip = workbooks ? StoredZip.ofWorkbooks(out) : new StoredZip(out);
              files.addAll(content.write(zip));
              zip.finish();
              if (workbooks) {
                hash.add(zip.contentSha256());
              }
            });
    files.add(workbooks ? written.withContent(hash.getFirst()) : written);
    return files;
  }
}
