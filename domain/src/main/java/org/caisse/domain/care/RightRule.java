package org.caisse.domain.care;

import java.util.List;

/**
 * How rights with a payer open and close (SEMANTICS 16 of the design).
 *
 * @param id name in explanations
 * @param payer with whom
 * @param populations of whom; empty for a basis that asks for a status instead
 * @param basis on what they rest
 * @param status the kind of status on which they rest; null unless the basis is {@link
 *     Basis#STATUS}
 * @param waiting consecutive contributed months, or days, before they open; null for none
 * @param suspension time since the oldest unpaid due day that is tolerated; null when they are
 *     never suspended
 * @param survivors how long dependants keep them after the death of the head; null for not at all
 * @param lasts how long they last from their opening; null for no end
 * @param dependants whether dependants have them too
 * @param source where it was read
 */
public record RightRule(
    String id,
    String payer,
    List<String> populations,
    Basis basis,
    String status,
    Delay waiting,
    Delay suspension,
    Delay survivors,
    Delay lasts,
    boolean dependants,
    String source) {

  public RightRule {
    populations = List.copyOf(populations);
  }

  /** On what rights rest. */
  public enum Basis {
    /** On months for which the person was declared. */
    DECLARED,
    /** On months for which contributions were assessed. */
    ASSESSED,
    /** On months whose contributions were paid. */
    PAID,
    /** On being listed: another pays, as the State for indigents. */
    MEMBERSHIP,
    /** On a status of the registry, such as a mutual's membership or assistance. */
    STATUS
  }
}
