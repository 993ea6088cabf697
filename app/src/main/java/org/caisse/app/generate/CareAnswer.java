package org.caisse.app.generate;

import java.util.List;
import java.util.Map;

/**
 * What has to be decided of a line: charged = shares + co-payment + reductions.
 *
 * @param copay what the patient bears by the law, francs
 * @param shares of payers, in their order
 * @param cuts what nobody pays, and why
 * @param agreed whether it uses up prior agreement
 */
record CareAnswer(
    Status status, long copay, Map<String, Long> shares, List<Cut> cuts, boolean agreed) {

  /** What becomes of it. */
  enum Status {
    PAID,
    REFUSED,
    PENDED
  }

  /**
   * A reduction.
   *
   * @param code its name
   * @param bearer {@code PATIENT} or {@code PROVIDER}
   */
  record Cut(String code, String bearer, long amount) {}

  /** When nobody pays anything. */
  static CareAnswer refused(String code, String bearer, long charged) {
    return new CareAnswer(
        Status.REFUSED, 0, Map.of(), List.of(new Cut(code, bearer, charged)), false);
  }

  long paid() {
    return shares.values().stream().mapToLong(Long::longValue).sum();
  }

  long share(String payer) {
    return shares.getOrDefault(payer, 0L);
  }

  /** Whether something had been used up that may come free again. */
  boolean isLimited() {
    return cuts.stream()
        .anyMatch(
            cut -> cut.code().startsWith("LIMIT_") || cut.code().equals("AGREEMENT_QUANTITY"));
  }

  /** Whether it gives more than another one, and nobody pays less. */
  boolean isMoreThan(CareAnswer other) {
    return status == Status.PAID
        && paid() > other.paid()
        && other.shares().entrySet().stream().allMatch(e -> share(e.getKey()) >= e.getValue());
  }
}
