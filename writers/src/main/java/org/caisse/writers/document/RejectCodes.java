package org.caisse.writers.document;

import org.caisse.domain.reject.RejectCode;

/** Reject codes as documents show them. */
final class RejectCodes {

  private RejectCodes() {}

  /** {@code 208 GROSS_MISMATCH}: the number for a telephone call, the name for whoever reads. */
  static String shown(RejectCode code) {
    return code.number() + " " + code.name();
  }
}
