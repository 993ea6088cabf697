package org.caisse.jobs.verify;

import java.util.Optional;
import org.caisse.jobs.run.Chain;

/**
 * Follows the chain of manifests from its start: every hash is computed again, every signature
 * checked. To be given each manifest once, in order.
 */
final class ChainCheck {

  private static final String CHANGED =
      "somebody changed it after it was signed: restore it from a copy, and compare the head of the"
          + " chain with the one printed on later statements";

  private final Optional<ManifestKey> key;
  private final Findings findings;
  private int seq;
  private String hash = Chain.START;
  private String chain = Chain.START;
  private long checked;

  ChainCheck(Optional<ManifestKey> key, Findings findings) {
    this.key = key;
    this.findings = findings;
  }

  /** Chain of the bodies up to the last manifest given. */
  String head() {
    return chain;
  }

  long checked() {
    return checked;
  }

  /**
   * Checks the next manifest against those before.
   *
   * @param where its file or row, for findings
   */
  void next(int manifestSeq, Manifest manifest, Manifest.Envelope envelope, String where) {
    boolean gap = manifestSeq != seq + 1;
    if (gap) {
      findings.broken(
          "the chain of manifests has no gap",
          where,
          "manifest %d follows %d".formatted(manifestSeq, seq),
          "restore the missing manifests from a copy, or let `caisse recover` make their files"
              + " again from the database");
    }
    same("a manifest stands at its place in the chain", where, envelope.seq(), manifestSeq);
    String bodySha256 = Chain.sha256(manifest.body());
    same("the body of a manifest has its hash", where, bodySha256, manifest.bodySha256());
    String now = Chain.hash(bodySha256, manifest.envelope());
    same("a manifest has its hash", where, now, manifest.hash());
    if (!gap) {
      same("a manifest names the one before", where, envelope.previous(), hash);
      same(
          "the chain of bodies goes on",
          where,
          manifest.chainSha256(),
          Chain.next(chain, bodySha256));
    }
    signature(manifest, envelope, where);
    seq = manifestSeq;
    hash = manifest.hash();
    chain = manifest.chainSha256();
    checked++;
  }

  private void signature(Manifest manifest, Manifest.Envelope envelope, String where) {
    if (key.isEmpty()) {
      return;
    }
    if (!key.get().fingerprint().equals(envelope.key())) {
      findings.broken(
          "a manifest is signed with the workspace's key",
          where,
          "key %s, the workspace has %s".formatted(envelope.key(), key.get().fingerprint()),
          "find out who exchanged the key in the folder keys: its fingerprint is printed on"
              + " statements");
    } else if (!key.get().verifies(manifest.hash(), manifest.signature())) {
      findings.broken(
          "the signature of a manifest is good", where, "it is not of this manifest", CHANGED);
    }
  }

  private void same(String what, String where, Object found, Object expected) {
    if (!expected.equals(found)) {
      findings.broken(what, where, found + " instead of " + expected, CHANGED);
    }
  }
}
