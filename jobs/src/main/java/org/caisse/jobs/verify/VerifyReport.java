package org.caisse.jobs.verify;

import java.util.List;

/**
 * What was checked and what was found.
 *
 * @param checked how much
 * @param findings the first {@value Findings#MOST}, the broken ones first
 * @param findingCount all of them
 * @param headSha256 chain of the last manifest, as printed on statements; zeros when there is none
 * @param keyFingerprint of the key that signs manifests; empty when there is none
 */
public record VerifyReport(
    Checked checked,
    List<Finding> findings,
    long findingCount,
    String headSha256,
    String keyFingerprint) {

  /**
   * How much was checked.
   *
   * @param database whether the rows of the database were checked too
   * @param manifests in the chain
   * @param outboxFiles outputs of runs
   * @param archiveFiles Parquet files
   * @param receivedFiles kept copies of what was taken in
   * @param lawFiles packs, settings and formats
   * @param bytes read of all these files
   */
  public record Checked(
      boolean database,
      long manifests,
      long outboxFiles,
      long archiveFiles,
      long receivedFiles,
      long lawFiles,
      long bytes) {}

  public VerifyReport {
    findings = List.copyOf(findings);
  }

  /** Whether nothing is broken; there may be notices. */
  public boolean holds() {
    return findings.stream().noneMatch(f -> f.severity() == Finding.Severity.BROKEN);
  }
}
