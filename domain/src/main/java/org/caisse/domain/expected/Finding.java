package org.caisse.domain.expected;

/** What is worth a look in an employer's month. */
public enum Finding {
  /** A list names an employer that the registry does not know. */
  EMPLOYER_UNKNOWN,
  /** Somebody is expected of an employer that filed nothing although it was to. */
  EMPLOYER_SILENT,
  /** A list expects somebody whom the employer did not declare. */
  UNDECLARED_LISTED,
  /** The employer declared somebody for the month before, until its end, and does not now. */
  UNDECLARED_SINCE,
  /** A list expects somebody in whom nobody of the registry can be recognised. */
  PERSON_UNKNOWN,
  /** The employer declared somebody whom its list does not have. */
  NOT_LISTED,
  /** The pay is lower than the month before by more than the fund's share. */
  PAY_DROPPED,
  /** The pay is lower than the one of a list by more than the fund's share. */
  PAY_BELOW_LIST,
  /** The pay of a whole month is below the floor of the law or the fund. */
  PAY_BELOW_FLOOR
}
