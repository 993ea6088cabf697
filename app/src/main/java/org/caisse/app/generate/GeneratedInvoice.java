package org.caisse.app.generate;

import java.util.List;

/**
 * An invoice of a provider.
 *
 * @param number the provider's
 * @param version 1, or higher when it replaces the one before
 * @param lines of it
 * @param saysOneMore whether it says that it has one line more
 * @param saysMore whether it says that it charges more
 */
record GeneratedInvoice(
    int number, int version, List<ClaimLine> lines, boolean saysOneMore, boolean saysMore) {

  GeneratedInvoice {
    lines = List.copyOf(lines);
  }

  long charged() {
    return lines.stream().mapToLong(ClaimLine::charged).sum();
  }

  int saidLines() {
    return lines.size() + (saysOneMore ? 1 : 0);
  }

  long saidCharged() {
    return charged() + (saysMore ? 10 : 0);
  }
}
