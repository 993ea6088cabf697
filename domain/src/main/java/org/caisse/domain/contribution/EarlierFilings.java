package org.caisse.domain.contribution;

/**
 * What was filed before for the employer and period of a declaration: all that the rules on its
 * place need. Sequences are the senders'; 0 stands for none.
 *
 * @param filed how many declarations were filed before for that employer and period
 * @param baseSequence sequence of the one that counts: the highest of those that complete no other
 * @param lastSequence highest sequence of that one and of what completes it
 * @param sequenceFiled whether one of them has the sequence of the declaration that is judged
 * @param corrections corrections that were filed of the declaration with that sequence
 * @param differential whether the declaration with that sequence is a differential one, so that
 *     corrected lines of it are differences too
 */
public record EarlierFilings(
    int filed,
    int baseSequence,
    int lastSequence,
    boolean sequenceFiled,
    int corrections,
    boolean differential) {

  /** Nothing was filed before. */
  public static final EarlierFilings NONE = new EarlierFilings(0, 0, 0, false, 0);

  /** Filings of which the one with the same sequence, if there is one, is no differential. */
  public EarlierFilings(
      int filed, int baseSequence, int lastSequence, boolean sequenceFiled, int corrections) {
    this(filed, baseSequence, lastSequence, sequenceFiled, corrections, false);
  }
}
