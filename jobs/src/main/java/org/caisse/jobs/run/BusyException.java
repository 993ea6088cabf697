package org.caisse.jobs.run;

/** What was asked cannot be done while somebody else is at work; nothing was started. */
public final class BusyException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public BusyException(String message) {
    super(message);
  }
}
