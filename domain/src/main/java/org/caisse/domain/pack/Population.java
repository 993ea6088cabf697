package org.caisse.domain.pack;

import java.util.List;

/**
 * A group of insured persons that the law treats alike.
 *
 * @param id code in registries and files, such as {@code salaried_private}
 * @param basis how its contributions arise
 * @param nameFr for people, in French
 * @param nameEn for people, in English
 * @param facts that hold for all its members, such as their income class
 * @param collectors codes of the delegated bodies that collect from it by law; empty when the law
 *     names none. The registry says which of them does from whom
 */
public record Population(
    String id,
    Basis basis,
    String nameFr,
    String nameEn,
    Circumstances facts,
    List<String> collectors) {

  public Population {
    collectors = List.copyOf(collectors);
  }

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
