package org.caisse.jobs.declaration;

import java.util.List;
import org.caisse.domain.contribution.DeclarationRecord;
import org.caisse.jobs.received.Recognised;
import org.caisse.jobs.received.SentLines;
import org.caisse.jobs.run.FrozenFile;
import org.caisse.readers.declaration.DeclarationBlock;
import org.caisse.readers.registry.RegistrySnapshot;

/**
 * Lines of one file that follow each other, or its end.
 *
 * @param file which one
 * @param lines null at the end of the file
 * @param sent the same lines as the sender has them; null at the end of the file
 * @param registry to which they were joined
 * @param end what was recognised of the file, at its end; null before
 */
record IntakeBlock(
    FrozenFile file,
    DeclarationBlock lines,
    SentLines sent,
    RegistrySnapshot registry,
    Recognised end) {

  /** The end of a file, which is all there is of one that is refused as a whole. */
  static IntakeBlock end(FrozenFile file, RegistrySnapshot registry, Recognised recognised) {
    return new IntakeBlock(file, null, null, registry, recognised);
  }

  /** What its lines are; none at the end of the file. */
  List<DeclarationRecord> records() {
    return endOfFile() ? List.of() : lines.records();
  }

  boolean endOfFile() {
    return end != null;
  }
}
