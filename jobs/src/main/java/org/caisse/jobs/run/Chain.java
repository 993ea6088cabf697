package org.caisse.jobs.run;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** The hashes that chain manifests. */
public final class Chain {

  /** What the first manifest comes after. */
  public static final String START = "0".repeat(64);

  private Chain() {}

  /** The hash of a text. */
  public static String sha256(String text) {
    return HexFormat.of()
        .formatHex(ContentStore.newDigest().digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  /**
   * The chain of bodies alone: the same wherever the same work was done in the same order. Printed
   * on statements.
   */
  public static String next(String previousChain, String bodySha256) {
    return sha256(previousChain + "\n" + bodySha256);
  }

  /** The hash of a whole manifest; the next one's envelope names it. */
  public static String hash(String bodySha256, String envelope) {
    return sha256(bodySha256 + "\n" + envelope);
  }
}
