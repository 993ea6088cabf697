package org.caisse.jobs.control;

import java.util.List;

/** What must always hold does not: the run fails, its documents are not written. */
public final class BrokenInvariantException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public BrokenInvariantException(String run, List<Violation> violations) {
    super(
        "run %s breaks %d invariant%s; the first: %s. Nothing was published; report it with `caisse verify`"
            .formatted(
                run, violations.size(), violations.size() == 1 ? "" : "s", violations.getFirst()));
  }
}
