package org.caisse.jobs.registry;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.caisse.jobs.document.RejectDocument;
import org.caisse.jobs.run.Outputs;
import org.caisse.jobs.run.RunContext;
import org.caisse.jobs.run.Steps;
import org.caisse.writers.file.Sha256Sums;
import org.caisse.writers.file.WrittenFile;
import org.springframework.batch.core.step.StepExecution;

/** Writes the reject file of a registry run. */
final class RegistryDocuments implements Steps.Work {

  private final RunContext run;

  RegistryDocuments(RunContext run) {
    this.run = run;
  }

  @Override
  public void run(StepExecution step) throws Exception {
    Files.createDirectories(run.outbox());
    List<WrittenFile> files = new ArrayList<>();
    files.addAll(RejectDocument.write(run));
    files.add(Sha256Sums.write(run.outbox(), List.copyOf(files), run.failPoint()));
    new Outputs(run).outbox(files);
  }
}
