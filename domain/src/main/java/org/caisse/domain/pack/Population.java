package org.caisse.domain.pack;

/**
 * A group of insured persons that the law treats alike.
 *
 * @param id code in registries and files, such as {@code salaried_private}
 * @param basis how its contributions arise
 * @param nameFr for people, in French
 * @param nameEn for people, in English
 */
public record Population(String id, Basis basis, String nameFr, String nameEn) {

  /** How the contributions of a population arise. */
  public enum Basis {
    /** An employer or pension body declares each person and pay, and owes all shares. */
    DECLARED,
    /** The registry lists the person, who owes a flat amount. */
    ENROLLED,
    /** The registry lists the person, for whom the State owes a flat amount. */
    STATE_FUNDED
  }
}
