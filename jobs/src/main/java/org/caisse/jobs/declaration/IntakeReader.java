package org.caisse.jobs.declaration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.caisse.domain.contribution.DeclarationRecord;
import org.caisse.jobs.beside.ReadAhead;
import org.caisse.jobs.received.ReceivedFiles;
import org.caisse.jobs.received.Recognised;
import org.caisse.jobs.received.SentLines;
import org.caisse.jobs.run.FrozenFile;
import org.caisse.jobs.run.RunContext;
import org.caisse.readers.declaration.DeclarationBlock;
import org.caisse.readers.declaration.DeclarationReader;
import org.caisse.readers.line.Position;
import org.caisse.readers.received.SourceMap;
import org.caisse.readers.registry.RegistrySnapshot;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamReader;

/**
 * The files of a run, one after the other, in blocks of lines joined to the registry. Records carry
 * the line of the sender's file; places are counted in the file that is read.
 */
final class IntakeReader implements ItemStreamReader<IntakeBlock> {

  private final RunContext run;
  private final ReceivedFiles received;
  private final int linesPerBlock;
  private RegistrySnapshot registry;
  private int fileIndex;
  private DeclarationReader open;
  private SourceMap sourceMap;
  private Position next;
  private ReadAhead<IntakeBlock> ahead;

  IntakeReader(RunContext run, ReceivedFiles received, int linesPerBlock) {
    this.run = run;
    this.received = received;
    this.linesPerBlock = linesPerBlock;
  }

  @Override
  public void open(ExecutionContext context) {
    IntakePlace place = IntakePlace.of(context);
    fileIndex = place.file() - 1;
    next = place.position();
    try {
      received.prepare(run.files(), place.file());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    registry = LoadRegistry.snapshot(run);
    run.progress().expect(run.files().stream().mapToLong(received::lines).sum(), "lines");
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
    Recognised recognised = received.of(file);
    if (recognised.refusal() != null) {
      nextFile();
      return IntakeBlock.end(file, registry, recognised);
    }
    if (open == null) {
      sourceMap = received.sourceMap(file);
      open =
          new DeclarationReader(
              received.readable(file), next, linesPerBlock, registry, run.law().pack().currency());
    }
    DeclarationBlock block = open.read();
    if (block == null) {
      nextFile();
      return IntakeBlock.end(file, registry, recognised);
    }
    if (sourceMap == null) {
      return new IntakeBlock(file, block, SentLines.own(block.raw()), registry, null);
    }
    SentLines sent = SentLines.of(block.raw(), sourceMap);
    return new IntakeBlock(file, asSent(block, sent), sent, registry, null);
  }

  private static DeclarationBlock asSent(DeclarationBlock block, SentLines sent) {
    List<DeclarationRecord> records = new ArrayList<>(block.records().size());
    for (int i = 0; i < block.records().size(); i++) {
      records.add(block.records().get(i).at(sent.lineNo(i)));
    }
    return new DeclarationBlock(records, block.raw(), block.blankLines(), block.end());
  }

  private void closeFile() {
    try {
      if (open != null) {
        open.close();
        open = null;
      }
      if (sourceMap != null) {
        sourceMap.close();
        sourceMap = null;
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
