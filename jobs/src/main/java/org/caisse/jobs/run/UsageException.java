package org.caisse.jobs.run;

/**
 * What was asked cannot be done as asked; the message says what to ask instead. Nothing was
 * started.
 */
public final class UsageException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public UsageException(String message) {
    super(message);
  }

  public UsageException(String message, Throwable cause) {
    super(message, cause);
  }
}
