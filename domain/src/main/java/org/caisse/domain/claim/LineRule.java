package org.caisse.domain.claim;

import java.util.List;
import java.util.Optional;

/** A rule for which the whole line falls: no payer is asked. */
interface LineRule {

  /** All of them, in the order in which they are asked: the first that refuses gives the reason. */
  List<LineRule> ALL =
      List.of(
          new HasRight(),
          new IsInTime(),
          new ActIsThere(),
          new ProviderMayBill(),
          new FitsPerson(),
          new IsPrescribed(),
          new IsNotSupplied(),
          new IsNotDuplicate(),
          new IsNotInEpisode());

  /** Why it falls; empty when it does not. */
  Optional<Refusal> refusal(LineCase line);
}
