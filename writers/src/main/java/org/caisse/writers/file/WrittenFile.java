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
 * @param alone why no workbook stands beside this list, or null
 */
public record WrittenFile(Path path, long bytes, String sha256, String contentSha256, Alone alone) {

  /**
   * A list that is too long for a workbook beside it.
   *
   * @param rows how many it has
   * @param most how many one may have that gets a workbook
   */
  public record Alone(long rows, long most) {}

  /** A file whose bytes are its content. */
  public WrittenFile(Path path, long bytes, String sha256) {
    this(path, bytes, sha256, null, null);
  }

  /** The same with the hash of its content. */
  public WrittenFile withContent(String canonicalSha256) {
    return new WrittenFile(path, bytes, sha256, canonicalSha256, alone);
  }

  /** The same, which has no workbook beside it because it is too long. */
  public WrittenFile without(Alone workbook) {
    return new WrittenFile(path, bytes, sha256, contentSha256, workbook);
  }
}
