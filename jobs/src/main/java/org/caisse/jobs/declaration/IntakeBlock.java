package org.caisse.jobs.declaration;

import org.caisse.jobs.run.FrozenFile;
import org.caisse.readers.declaration.DeclarationBlock;
import org.caisse.readers.registry.RegistrySnapshot;

/**
 * Lines of one file that follow each other, or its end.
 *
 * @param file which one
 * @param lines null at the end of the file
 * @param registry to which they were joined
 * @param unknownFormat what was found instead of the format's header, when the file is none of
 *     ours; null otherwise
 */
record IntakeBlock(
    FrozenFile file, DeclarationBlock lines, RegistrySnapshot registry, String unknownFormat) {

  boolean endOfFile() {
    return lines == null;
  }
}
