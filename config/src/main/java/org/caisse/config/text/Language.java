package org.caisse.config.text;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The languages in which Caisse speaks to people. */
public enum Language {
  FR(Locale.FRENCH),
  EN(Locale.ENGLISH);

  private final Locale locale;

  Language(Locale locale) {
    this.locale = locale;
  }

  /** How settings, parameters of runs and file names write it: {@code fr}, {@code en}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The language of a code. */
  public static Optional<Language> ofCode(String code) {
    return Arrays.stream(values()).filter(l -> l.code().equals(code)).findFirst();
  }

  Locale locale() {
    return locale;
  }
}
