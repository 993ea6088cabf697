package org.caisse.config.settings;

import java.util.List;
import java.util.stream.Collectors;
import org.caisse.config.text.yaml.Problem;

/** A settings file cannot be used. The message lists all that is wrong, one problem a line. */
public final class SettingsException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  SettingsException(List<Problem> problems) {
    super(
        problems.stream()
            .map(Problem::toString)
            .collect(Collectors.joining("\n  ", "the settings cannot be used:\n  ", "")));
    this.problems = List.copyOf(problems);
  }

  /** What is wrong, by line. */
  public List<Problem> problems() {
    return problems;
  }
}
