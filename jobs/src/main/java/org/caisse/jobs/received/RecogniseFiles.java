package org.caisse.jobs.received;

import java.io.IOException;
import org.caisse.jobs.run.FrozenFile;
import org.caisse.jobs.run.RunContext;
import org.caisse.jobs.run.Steps;
import org.springframework.batch.core.step.StepExecution;

/** Recognises every file of a run, and turns those in other formats into Caisse's own. */
public final class RecogniseFiles implements Steps.Work {

  private final RunContext run;
  private final ReceivedFiles received;

  public RecogniseFiles(RunContext run, ReceivedFiles received) {
    this.run = run;
    this.received = received;
  }

  @Override
  public void run(StepExecution step) throws IOException {
    run.progress().expect(run.files().size(), "files");
    for (FrozenFile file : run.files()) {
      received.recognise(file);
      step.setReadCount(file.ordinal());
      run.progress().advancedTo(file.ordinal());
    }
  }
}
