package org.caisse.domain.collection;

/** A letter about what is owed. */
public enum Stage {
  FIRST_REMINDER,
  SECOND_REMINDER,
  /** Formal notice (mise en demeure): it is served, and a delay runs from then. */
  FORMAL_NOTICE,
  /** An instalment plan was not kept: everything is due again. */
  PLAN_BREACH
}
