package org.caisse.jobs.run;

import org.springframework.transaction.TransactionSystemException;

/**
 * This process was taken for dead and another one has taken the run over: nothing more of it may be
 * committed.
 */
public final class FencedOutException extends TransactionSystemException {

  private static final long serialVersionUID = 1L;

  FencedOutException(String run, int fence) {
    super(
        "run %s was taken over by another process (its fence is no longer %d): nothing was committed"
            .formatted(run, fence));
  }
}
