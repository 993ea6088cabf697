package org.caisse.app.generate;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/**
 * What was written.
 *
 * @param root folder that holds {@code registry}, {@code declarations} and {@code truth}
 * @param receipts days on which declarations come in, ascending; each is a folder below {@code
 *     declarations} and the business date of its intake and of one set of truth files
 * @param employers rows of the registry
 * @param persons rows of the registry
 * @param files declaration files
 * @param declarations in them
 * @param lines of persons in them
 * @param bytes of the declaration files
 * @param rejects rows of {@code truth/rejects.csv}
 */
public record GeneratedFund(
    Path root,
    List<LocalDate> receipts,
    int employers,
    int persons,
    int files,
    long declarations,
    long lines,
    long bytes,
    long rejects) {

  public GeneratedFund {
    receipts = List.copyOf(receipts);
  }
}
