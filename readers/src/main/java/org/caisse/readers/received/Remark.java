package org.caisse.readers.received;

import java.util.List;

/**
 * Something about a received file that its sender is told in the acknowledgement.
 *
 * @param key of the text in the message files, such as {@code received.encoding}
 * @param arguments its placeholders, texts and counts in digits
 */
public record Remark(String key, List<String> arguments) {

  public Remark {
    arguments = List.copyOf(arguments);
  }

  /** A remark with its arguments one after the other. */
  public static Remark of(String key, Object... arguments) {
    return new Remark(key, List.of(arguments).stream().map(Object::toString).toList());
  }
}
