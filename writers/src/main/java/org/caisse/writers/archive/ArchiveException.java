package org.caisse.writers.archive;

import java.nio.file.Path;

/** An archive file could not be written; nothing of it is left under its name. */
public final class ArchiveException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  ArchiveException(Path file, Throwable cause) {
    super(
        "archive file %s could not be written (%s): mend the cause, then restart the run"
            .formatted(file, cause.getMessage() == null ? cause : cause.getMessage()),
        cause);
  }
}
