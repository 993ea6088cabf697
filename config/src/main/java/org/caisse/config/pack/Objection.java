package org.caisse.config.pack;

/**
 * Something in a law whose numbers do not fit.
 *
 * @param subject where
 * @param id of the rule or table; the number, from 0, of a rule on declarations
 * @param what does not fit
 * @param todo what to do about it
 */
public record Objection(Subject subject, String id, String what, String todo) {

  /** Where it stands. */
  public enum Subject {
    TABLE,
    CONTRIBUTION,
    DECLARATION,
    FUNDING
  }
}
