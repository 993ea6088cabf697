package org.caisse.domain.pack;

/** The persons for whom a flat amount is owed: the insured person and the family. */
public enum HeadKind {
  INSURED,
  SPOUSE,
  CHILD,
  PARENT
}
