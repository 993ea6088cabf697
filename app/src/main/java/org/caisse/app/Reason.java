package org.caisse.app;

import picocli.CommandLine.Option;

/** The option of commands that change what counts: they are kept with a reason. */
final class Reason {

  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      required = true,
      description = "why, in one line")
  private String text;

  String text() {
    return text;
  }
}
