package org.caisse.jobs.run;

/**
 * A file that a run left.
 *
 * @param place {@code outbox} or {@code archive}
 * @param name relative to the run's folder there
 * @param bytes size
 * @param rows of an archive file; -1 otherwise
 * @param sha256 of its bytes
 * @param contentSha256 canonical hash of the rows of an archive file; null otherwise
 */
public record Output(
    String place, String name, long bytes, long rows, String sha256, String contentSha256) {}
