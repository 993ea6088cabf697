package org.caisse.app.bench;

/** What was computed is not what it must be: times mean nothing then. */
public final class WrongSumsException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  WrongSumsException(String message) {
    super(message);
  }

  WrongSumsException(Totals script, Totals caisse) {
    super(
        "the script and Caisse do not agree: script %s, Caisse %s. One of them is wrong; compare them employer by employer"
            .formatted(script, caisse));
  }
}
