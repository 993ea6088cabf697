package org.caisse.jobs.declaration;

import org.caisse.domain.reject.Reject;
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
 * @param refusal why nothing of the file can be read, at its end; null otherwise
 */
record IntakeBlock(
    FrozenFile file,
    DeclarationBlock lines,
    SentLines sent,
    RegistrySnapshot registry,
    Reject refusal) {

  boolean endOfFile() {
    return lines == null;
  }
}
