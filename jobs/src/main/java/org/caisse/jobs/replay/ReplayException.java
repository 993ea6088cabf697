package org.caisse.jobs.replay;

/** A run cannot be replayed: something that every replay needs is missing or was changed. */
public final class ReplayException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  ReplayException(String message) {
    super(message);
  }

  ReplayException(String message, Throwable cause) {
    super(message, cause);
  }
}
