package org.caisse.app;

import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** JSON for machines that call the command line. */
final class Json {

  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private Json() {}

  static String text(Object value) {
    return MAPPER.writeValueAsString(value);
  }

  /** A value that is written as JSON: maps, lists, texts, numbers. */
  static Object value(String json) {
    return MAPPER.readValue(json, Object.class);
  }

  /** The numbers of an object, by name. */
  static Map<String, Long> numbers(String json) {
    return MAPPER.readValue(json, new TypeReference<TreeMap<String, Long>>() {});
  }
}
