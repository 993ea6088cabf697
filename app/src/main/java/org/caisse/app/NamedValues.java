package org.caisse.app;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.caisse.jobs.run.UsageException;

/** The {@code name=value} words of a command line. */
final class NamedValues {

  private NamedValues() {}

  static Map<String, List<String>> parse(List<String> words) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    for (String word : words) {
      int equals = word.indexOf('=');
      if (equals < 1) {
        throw new UsageException(
            "'%s' is no name=value; `caisse jobs` lists the parameters of each job"
                .formatted(word));
      }
      values
          .computeIfAbsent(word.substring(0, equals), n -> new ArrayList<>())
          .add(word.substring(equals + 1));
    }
    return values;
  }
}
