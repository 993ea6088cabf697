package org.caisse.app;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.caisse.app.generate.Scheme;
import org.caisse.jobs.run.UsageException;

/** The scheme that a command line means. */
final class DemoScheme {

  private DemoScheme() {}

  /**
   * @throws UsageException when no fund can be made up for the pack
   */
  static Scheme of(String pack) {
    return Scheme.of(pack)
        .orElseThrow(
            () ->
                new UsageException(
                    "--pack %s: funds are made up for %s"
                        .formatted(
                            pack,
                            Arrays.stream(Scheme.values())
                                .map(Scheme::pack)
                                .collect(Collectors.joining(", ")))));
  }
}
