package org.caisse.domain.pack;

/** How far the source of a parameter can be trusted. */
public enum Mark {
  /** Seen in the official text, an official page, or a report that quotes it. */
  C,
  /** Seen in a secondary source only, or sources disagree; to be checked against the decree. */
  C2,
  /** From general knowledge; no source was found. */
  R,
  /** Derived: computed from confirmed figures. */
  D
}
