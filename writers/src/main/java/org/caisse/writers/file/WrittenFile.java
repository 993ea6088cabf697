package org.caisse.writers.file;

import java.nio.file.Path;

/**
 * A file that stands on disk, whole.
 *
 * @param path where
 * @param bytes its size
 * @param sha256 of its content, in lower-case hexadecimal
 */
public record WrittenFile(Path path, long bytes, String sha256) {}
