package org.caisse.domain.invoice;

import org.caisse.domain.reject.Reject;
import org.caisse.domain.reject.RejectCode;

/** Whether what somebody says of a whole is what its parts give. */
final class ControlTotal {

  private ControlTotal() {}

  /** The reason to refuse a whole for the number of its parts, or null. */
  static Reject count(int lineNo, RejectCode code, String field, int found, Integer said) {
    return said == null || said == found
        ? null
        : new Reject(lineNo, code, field, Integer.toString(found), Integer.toString(said));
  }

  /**
   * The reason to refuse a whole for its amount, or null. An amount that cannot be read may be what
   * is missing: with such lines, the sum of the others must only not exceed the total.
   *
   * @param foundMinor minor units
   * @param unreadable lines whose amount cannot be read
   * @param saidTotal minor units, or null
   */
  static Reject amount(
      int lineNo, RejectCode code, String field, long foundMinor, int unreadable, Long saidTotal) {
    if (saidTotal == null
        || (unreadable == 0 ? foundMinor == saidTotal : foundMinor <= saidTotal)) {
      return null;
    }
    return new Reject(lineNo, code, field, Long.toString(foundMinor), Long.toString(saidTotal));
  }
}
