package org.caisse.jobs.claim;

import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
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
    Files.createDirectories(run.outbox());
    List<WrittenFile> files = new ArrayList<>();
    files.addAll(
        zipped(
            DocumentNames.remittances(day),
            new ProviderDocuments(run)::write,
            run.law().settings().workbooks()));
    files.addAll(
        zipped(DocumentNames.careStatements(day), new InsuredDocuments(run)::write, false));
    files.add(Sha256Sums.write(run.outbox(), List.copyOf(files), run.failPoint()));
    new Outputs(run).outbox(files);
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
