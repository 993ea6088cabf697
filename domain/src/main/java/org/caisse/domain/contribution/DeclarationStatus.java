package org.caisse.domain.contribution;

/** What became of a declaration at intake. */
public enum DeclarationStatus {
  /** It counts, with its accepted lines. */
  FILED,
  /** It does not count: the sender must send it again, corrected. */
  REFUSED,
  /** The same bytes were filed before: nothing to do. */
  REPEATED
}
