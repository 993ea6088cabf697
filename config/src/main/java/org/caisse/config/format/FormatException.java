package org.caisse.config.format;

import java.util.List;
import java.util.stream.Collectors;
import org.caisse.config.text.yaml.Problem;

/**
 * Format descriptions or sender mappings cannot be used. The message lists everything that is
 * wrong, one problem a line.
 */
public final class FormatException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  FormatException(List<Problem> problems) {
    super(
        problems.stream()
            .map(Problem::toString)
            .collect(
                Collectors.joining("\n  ", "formats and sender mappings cannot be used:\n  ", "")));
    this.problems = List.copyOf(problems);
  }

  /** What is wrong, by file and line. */
  public List<Problem> problems() {
    return problems;
  }
}
