package org.caisse.app.generate;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/**
 * The invoices that were written, beside a fund.
 *
 * @param root folder that holds {@code invoices} and {@code truth}
 * @param receipts days on which invoices come in, ascending; each is a folder below {@code
 *     invoices} and the business date of its intake
 * @param providers of care, one of whom the registry may not have
 * @param files of invoices
 * @param lines in them
 * @param rejects lines that the intake refuses
 */
public record GeneratedClaims(
    Path root, List<LocalDate> receipts, int providers, int files, long lines, long rejects) {

  public GeneratedClaims {
    receipts = List.copyOf(receipts);
  }
}
