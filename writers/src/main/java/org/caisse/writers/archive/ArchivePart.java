package org.caisse.writers.archive;

/**
 * A finished file of an archive.
 *
 * @param name file name, without directory
 * @param rows rows it holds
 * @param bytes its size
 * @param contentSha256 hash of the rows, whatever the file format's version ({@link
 *     org.caisse.config.archive.CanonicalHash}), in lower-case hexadecimal
 * @param fileSha256 hash of the file's bytes, in lower-case hexadecimal
 */
public record ArchivePart(
    String name, long rows, long bytes, String contentSha256, String fileSha256) {}
