package org.caisse.jobs.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.batch.core.repository.ExecutionContextSerializer;

/**
 * Execution contexts as sorted lines of text. Only longs, integers, booleans and strings fit: what
 * a restart relies on stays readable, and is never a serialised Java object.
 */
final class ContextText implements ExecutionContextSerializer {

  @Override
  public void serialize(Map<String, Object> context, OutputStream out) throws IOException {
    StringBuilder text = new StringBuilder();
    for (Map.Entry<String, Object> entry : new TreeMap<>(context).entrySet()) {
      text.append(entry.getKey())
          .append('=')
          .append(value(entry.getKey(), entry.getValue()))
          .append('\n');
    }
    out.write(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public Map<String, Object> deserialize(InputStream in) throws IOException {
    Map<String, Object> context = new HashMap<>();
    for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n", -1)) {
      int equals = line.indexOf('=');
      if (equals > 0) {
        context.put(
            line.substring(0, equals), value(line.charAt(equals + 1), line.substring(equals + 2)));
      }
    }
    return context;
  }

  private static String value(String key, Object value) {
    return switch (value) {
      case Long number -> "L" + number;
      case Integer number -> "I" + number;
      case Boolean flag -> "B" + flag;
      case String text when text.indexOf('\n') < 0 -> "S" + text;
      default ->
          throw new IllegalArgumentException(
              "execution context entry '"
                  + key
                  + "' is a "
                  + value.getClass().getName()
                  + ": only longs and strings fit");
    };
  }

  private static Object value(char type, String text) throws IOException {
    return switch (type) {
      case 'L' -> Long.valueOf(text);
      case 'I' -> Integer.valueOf(text);
      case 'B' -> Boolean.valueOf(text);
      case 'S' -> text;
      default -> throw new IOException("unknown type '" + type + "' in an execution context");
    };
  }
}
