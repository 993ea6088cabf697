package org.caisse.readers.registry;

import org.caisse.domain.reject.Reject;

/**
 * One line of a registry file.
 *
 * @param <T> what its rows are
 */
public sealed interface RegistryLine<T> {

  /** Line of the file, from 1. */
  int lineNo();

  /** The line as it was sent, as far as it is text. */
  String raw();

  /**
   * A line that could be read.
   *
   * @param <T> what its rows are
   */
  record Row<T>(int lineNo, String raw, T row) implements RegistryLine<T> {}

  /**
   * A line that could not.
   *
   * @param <T> what its rows are
   * @param reject the first reason, in the order of the columns
   */
  record Refused<T>(String raw, Reject reject) implements RegistryLine<T> {
    @Override
    public int lineNo() {
      return reject.lineNo();
    }
  }
}
