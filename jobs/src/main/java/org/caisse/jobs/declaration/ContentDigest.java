package org.caisse.jobs.declaration;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** What tells whether two declarations have the same content. */
final class ContentDigest {

  private ContentDigest() {}

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
