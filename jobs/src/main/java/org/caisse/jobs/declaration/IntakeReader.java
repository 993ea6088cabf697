package org.caisse.jobs.declaration;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.caisse.domain.reject.Reject;
import org.caisse.domain.reject.RejectCode;
import org.caisse.jobs.received.SentLines;
import org.caisse.jobs.run.FrozenFile;
import org.caisse.jobs.run.RunContext;
import org.caisse.readers.declaration.DeclarationBlock;
import org.caisse.readers.declaration.DeclarationReader;
import org.caisse.readers.line.Position;
import org.caisse.readers.line.UnknownFormatException;
import org.caisse.readers.registry.RegistrySnapshot;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamReader;

/** The files of a run, one after the other, in blocks of lines joined to the registry. */
final class IntakeReader implements ItemStreamReader<IntakeBlock> {

  private final RunContext run;
  private final int linesPerBlock;
  private RegistrySnapshot registry;
  private int fileIndex;
  private DeclarationReader open;
  private Position next;
  private ReadAhead<IntakeBlock> ahead;

  IntakeReader(RunContext run, int linesPerBlock) {
    this.run = run;
    this.linesPerBlock = linesPerBlock;
  }

  @Override
  public void open(ExecutionContext context) {
    IntakePlace place = IntakePlace.of(context);
    fileIndex = place.file() - 1;
    next = place.position();
    registry = LoadRegistry.snapshot(run);
    run.progress().expect(run.files().stream().mapToLong(FrozenFile::lines).sum(), "lines");
    ahead = new ReadAhead<>("read declarations", this::readBlock);
  }

  @Override
  public IntakeBlock read() throws IOException {
    return ahead.take();
  }

  @Override
  public void close() {
    if (ahead != null) {
      ahead.close();
      ahead = null;
    }
    closeFile();
  }

  /** On the reading thread, like everything that it calls. */
  private IntakeBlock readBlock() throws IOException {
    if (fileIndex >= run.files().size()) {
      return null;
    }
    FrozenFile file = run.files().get(fileIndex);
    try {
      if (open == null) {
        open =
            new DeclarationReader(
                file.content(), next, linesPerBlock, registry, run.law().pack().currency());
      }
      DeclarationBlock block = open.read();
      if (block == null) {
        nextFile();
        return new IntakeBlock(file, null, null, registry, null);
      }
      return new IntakeBlock(file, block, SentLines.own(block.raw()), registry, null);
    } catch (UnknownFormatException e) {
      nextFile();
      Reject refusal = new Reject(1, RejectCode.HEADER_UNKNOWN, "", e.found());
      return new IntakeBlock(file, null, null, registry, refusal);
    }
  }

  private void closeFile() {
    try {
      if (open != null) {
        open.close();
        open = null;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void nextFile() {
    closeFile();
    fileIndex++;
    next = Position.START;
  }
}
