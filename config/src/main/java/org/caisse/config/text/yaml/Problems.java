package org.caisse.config.text.yaml;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects all that is wrong, so that people mend a file once and not one line at a time. */
public final class Problems {

  private final List<Problem> found = new ArrayList<>();

  /** Adds what makes the file unusable. */
  public void error(String file, int line, String what, String todo) {
    found.add(new Problem(Problem.Severity.ERROR, file, line, what, todo));
  }

  /** Adds what somebody should look at. */
  public void warning(String file, int line, String what, String todo) {
    found.add(new Problem(Problem.Severity.WARNING, file, line, what, todo));
  }

  /** Whether anything makes the file unusable. */
  public boolean hasErrors() {
    return found.stream().anyMatch(p -> p.severity() == Problem.Severity.ERROR);
  }

  /** All problems, by file and line. */
  public List<Problem> list() {
    return found.stream()
        .distinct()
        .sorted(Comparator.comparing(Problem::file).thenComparingInt(Problem::line))
        .toList();
  }

  /** The problems that make the file unusable, by file and line. */
  public List<Problem> errors() {
    return list().stream().filter(p -> p.severity() == Problem.Severity.ERROR).toList();
  }
}
