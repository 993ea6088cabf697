package org.caisse.jobs.account;

import java.util.List;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads the lists that queries join to a row as JSON. */
public final class JoinedFacts {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private JoinedFacts() {}

  /**
   * A list.
   *
   * @param text as joined, or null when there is none
   */
  public static <T> List<T> list(String text, TypeReference<List<T>> type) {
    return text == null ? List.of() : JSON.readValue(text, type);
  }
}
