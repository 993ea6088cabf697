package org.caisse.app;

import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.caisse.domain.run.FailPoint;

/**
 * For crash tests: with {@code CAISSE_HALT_AT=n} in the environment the process halts, as by a
 * power cut, at the n-th commit, force or rename. Without it nothing happens.
 */
final class FailPoints {

  private FailPoints() {}

  static FailPoint of(Map<String, String> environment) {
    String at = environment.getOrDefault("CAISSE_HALT_AT", "");
    if (at.isBlank()) {
      return FailPoint.NONE;
    }
    AtomicLong left = new AtomicLong(Long.parseLong(at.trim()));
    return place -> {
      if (left.decrementAndGet() == 0) {
        Runtime.getRuntime().halt(137);
      }
    };
  }
}
