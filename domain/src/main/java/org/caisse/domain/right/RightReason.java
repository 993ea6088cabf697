package org.caisse.domain.right;

/** Why a right opens or closes. Arguments are in the order in which the texts use them. */
public enum RightReason {
  /** Opens: as many consecutive months were contributed as the law asks. First and last of them. */
  WAITED,
  /** Opens: the waiting time since the first contributed month has passed. That month. */
  WAITED_DAYS,
  /** Opens: contributed, and the law asks for no waiting. The first month. */
  CONTRIBUTED,
  /** Opens: benefits begin for the population, whoever waited before. That day. */
  BENEFITS_BEGIN,
  /** Opens: somebody who had a right in another population goes on without waiting. That one. */
  STATUS_CHANGE,
  /** Opens: the right that the old system had. From which day. */
  TAKEN_ON,
  /** Opens again: what was unpaid is paid, or given up. Month, day. */
  REOPENED,
  /** Opens: listed in a population for which another pays. The population. */
  MEMBER,
  /** Opens: a status of the registry. Its kind. */
  STATUS,
  /** Opens: dependant of a head. Relation, number of the head. */
  DEPENDANT,
  /** Opens: dependant of a head who died. Relation, number of the head. */
  SURVIVOR,
  /** Closes: unpaid for longer than is tolerated. Month, its due day. */
  UNPAID,
  /** Closes: nobody contributed any more. First month without, its due day. */
  NOT_CONTRIBUTED,
  /** Goes on in another population. That one. */
  POPULATION,
  /** Closes: listed no longer, in the population or at all. */
  LEFT,
  /** Closes: the status ends. Its kind. */
  STATUS_ENDED,
  /** Closes: the right has lasted as long as it can. Its kind. */
  EXPIRED,
  /** Closes: death. */
  DEATH,
  /** Closes: the right of the head closes. Number of the head, why that one closes. */
  HEAD_CLOSED,
  /** Closes: no longer the dependant of that head. Number of the head. */
  LINK_ENDED,
  /** Closes: the greatest age is reached. */
  AGE,
  /** Closes: a right of one's own. */
  OWN_RIGHT,
  /** Closes: belongs to another head. */
  OTHER_HEAD,
  /** Closes: dependants declared earlier take all places. */
  TOO_MANY,
  /** Closes: survivors keep the right so long only. Day of death. */
  SURVIVORS_END
}
