package org.caisse.config.format;

import java.util.Locale;

/** In which order a day written in digits has year, month and day. */
public enum DateOrder {
  /** 2026-02-10, as everywhere in Caisse's own files. */
  YMD,
  /** 10/02/2026, as in French. */
  DMY,
  /** 02/10/2026, as in American English. */
  MDY;

  /** How mapping files write it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
