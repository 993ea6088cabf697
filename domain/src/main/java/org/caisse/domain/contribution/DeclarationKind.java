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
  NIL;

  /** The kind of a code in a file: its name in lower case. */
  public static Optional<DeclarationKind> ofCode(String code) {
    for (DeclarationKind kind : values()) {
      if (kind.code().equals(code)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  /** How files write it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
