package org.caisse.domain.contribution;

import java.util.Locale;
import java.util.Optional;

/** What a declaration is to those of the same employer and period that came before. */
public enum DeclarationKind {
  /** The first one. */
  ORIGINAL,
  /** Cancels and replaces whatever was declared before (annule et remplace). */
  REPLACEMENT,
  /** Nobody was paid in the period. */
  NIL,
  /** Completes the declaration that counts with persons or spells that it did not have. */
  COMPLEMENT,
  /**
   * Changes what the declaration that counts says of persons: signed days and pay, attached to the
   * month in which they were declared.
   */
  DIFFERENTIAL,
  /**
   * Lines that were refused, corrected: completes the declaration whose sequence it names, without
   * a sequence of its own.
   */
  CORRECTION;

  /** The kind of a code in a file: its name in lower case. */
  public static Optional<DeclarationKind> ofCode(String code) {
    for (DeclarationKind kind : values()) {
      if (kind.code().equals(code)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  /** Whether it adds to a declaration that was filed before, and counts only together with it. */
  public boolean completes() {
    return switch (this) {
      case ORIGINAL, REPLACEMENT, NIL -> false;
      case COMPLEMENT, DIFFERENTIAL, CORRECTION -> true;
    };
  }

  /** How files write it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
