package org.caisse.writers.file;

import java.nio.file.Path;

/**
 * A file that stands on disk, whole.
 *
 * @param path where
 * @param bytes its size
 * @param sha256 of its bytes, in lower-case hexadecimal
 * @param contentSha256 canonical hash of its content, when the same content may have other bytes on
 *     another machine; else null
 */
public record WrittenFile(Path path, long bytes, String sha256, String contentSha256) {

  /** A file whose bytes are its content. */
  public WrittenFile(Path path, long bytes, String sha256) {
    this(path, bytes, sha256, null);
  }

  /** The same with the hash of its content. */
  public WrittenFile withContent(String canonicalSha256) {
    return new WrittenFile(path, bytes, sha256, canonicalSha256);
  }
}
