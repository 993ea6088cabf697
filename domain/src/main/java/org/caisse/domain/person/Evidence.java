package org.caisse.domain.person;

/** What speaks for two numbers being one person, or against it. Each has a weight of the fund's. */
public enum Evidence {
  /** The same names, in any order. */
  NAME_SAME,
  /** The same names in another spelling. */
  NAME_SPELLED,
  /** One has all names of the other and more. */
  NAME_CONTAINED,
  /** Two women with the same first names and other last names. */
  NAME_MARRIED,
  /** Some names are the same. */
  NAME_PARTLY,
  /** No name is the same. */
  NAME_OTHER,
  /** The same day of birth, and not 1 January. */
  BIRTH_SAME,
  /** Both on 1 January of the same year: probably only the year is known. */
  BIRTH_SAME_YEAR_ONLY,
  /** The same year, one of them on 1 January. */
  BIRTH_YEAR,
  /** Day and month are exchanged. */
  BIRTH_SWAPPED,
  /** Another day of birth. */
  BIRTH_OTHER,
  SEX_SAME,
  SEX_OTHER,
  NATIONAL_ID_SAME,
  NATIONAL_ID_OTHER,
  PHONE_SAME,
  /** An employer declared the one until some month and the other from a later month on. */
  EMPLOYER_FOLLOWED,
  /** One employer declared both for the same month. */
  EMPLOYER_BOTH
}
