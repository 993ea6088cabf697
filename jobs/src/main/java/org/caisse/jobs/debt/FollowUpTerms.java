package org.caisse.jobs.debt;

import java.time.LocalDate;
import org.caisse.domain.collection.CollectionTerms;
import org.caisse.jobs.run.RunEnvironment;
import org.caisse.jobs.run.UsageException;

/** The terms under which debts are followed up now, before a run freezes them. */
public final class FollowUpTerms {

  private FollowUpTerms() {}

  /**
   * The terms of a day.
   *
   * @throws UsageException when the pack has no section for them
   * @throws org.caisse.domain.pack.UnsetParameterException when the fund left a value out
   */
  public static CollectionTerms require(RunEnvironment environment, LocalDate day) {
    try {
      return CollectionTerms.of(environment.law(), day);
    } catch (IllegalArgumentException e) {
      throw new UsageException(
          e.getMessage() + ": it does not say how debts are followed up (docs/packs.md)", e);
    }
  }
}
