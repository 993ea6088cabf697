package org.caisse.domain.pack;

/**
 * What becomes of the insured person's flat amount when it is more than the pay from which it is
 * withheld.
 */
public enum AbovePay {
  /** It is owed all the same. */
  OWED,
  /** At most the pay is owed; nobody owes the rest. */
  DROPPED,
  /** At most the pay is withheld; the employer owes the rest. */
  EMPLOYER
}
