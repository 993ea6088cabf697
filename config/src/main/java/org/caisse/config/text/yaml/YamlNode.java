package org.caisse.config.text.yaml;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * One value of a YAML file with the place where it stands. Each reading method reports what does
 * not fit and then returns nothing. Scalars are read as they are written, never through YAML's own
 * types: no octal 010, no 1e3, no {@code no} that means false.
 */
public final class YamlNode {

  private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?");
  private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
  private static final int MAX_NUMBER_LENGTH = 18;
  private static final int MAX_SHOWN = 60;

  private final String file;
  private final String path;
  private final int line;
  private final Node node;
  private final Problems problems;

  YamlNode(String file, String path, int line, Node node, Problems problems) {
    this.file = file;
    this.path = path;
    this.line = line;
    this.node = node;
    this.problems = problems;
  }

  /** Where it stands among the keys, such as {@code parameters.smig.unit}. */
  public String path() {
    return path;
  }

  /** The line of its key, or of itself in a list, from 1. */
  public int line() {
    return line;
  }

  /** Reports what makes the file unusable, at this place. */
  public void error(String what, String todo) {
    problems.error(file, line, what, todo);
  }

  /** Reports what somebody should look at, at this place. */
  public void warning(String what, String todo) {
    problems.warning(file, line, what, todo);
  }

  /** One value that is not empty, on one line. */
  public Optional<String> text() {
    if (!(node instanceof ScalarNode scalar)) {
      error("'" + path + "' holds a list or more keys", "write one value after the colon");
      return Optional.empty();
    }
    String text = scalar.getValue().strip().replaceAll("\\s+", " ");
    if (text.isEmpty()) {
      error("'" + path + "' is empty", "write its value after the colon");
      return Optional.empty();
    }
    return Optional.of(text);
  }

  /** One value that may be empty. */
  public String textOrNothing() {
    return node instanceof ScalarNode scalar ? scalar.getValue().strip() : "";
  }

  /** One value exactly as written, spaces included; may be empty. */
  public Optional<String> verbatim() {
    if (node instanceof ScalarNode scalar) {
      return Optional.of(scalar.getValue());
    }
    error("'" + path + "' holds a list or more keys", "write one value after the colon");
    return Optional.empty();
  }

  /** Whether it is a list. */
  public boolean isList() {
    return node instanceof SequenceNode;
  }

  /** Whether it holds keys. */
  public boolean isMap() {
    return node instanceof MappingNode;
  }

  /** A whole number within bounds. */
  public Optional<Integer> wholeNumber(int least, int most) {
    Optional<BigDecimal> number = number();
    if (number.isEmpty()) {
      return Optional.empty();
    }
    BigDecimal value = number.get();
    boolean fits =
        value.stripTrailingZeros().scale() <= 0
            && value.compareTo(BigDecimal.valueOf(least)) >= 0
            && value.compareTo(BigDecimal.valueOf(most)) <= 0;
    if (!fits) {
      error(
          "'%s' is %s".formatted(path, value.toPlainString()),
          "write a whole number from %d to %d".formatted(least, most));
      return Optional.empty();
    }
    return Optional.of(value.intValueExact());
  }

  /** A decimal number, exactly as written. */
  public Optional<BigDecimal> number() {
    return text().flatMap(this::number);
  }

  private Optional<BigDecimal> number(String text) {
    if (!NUMBER.matcher(text).matches()) {
      error(
          "'%s' is '%s', which is not a number".formatted(path, shown(text)),
          "write digits, with a point before decimals, such as 2.5");
      return Optional.empty();
    }
    if (text.length() > MAX_NUMBER_LENGTH) {
      error(
          "'%s' is '%s', more digits than any rate or amount has".formatted(path, shown(text)),
          "check it; at most " + MAX_NUMBER_LENGTH + " characters");
      return Optional.empty();
    }
    return Optional.of(new BigDecimal(text));
  }

  /** A day. */
  public Optional<LocalDate> date() {
    return text().flatMap(this::date);
  }

  private Optional<LocalDate> date(String text) {
    if (text.equals("unknown")) {
      error(
          "'" + path + "' is 'unknown'; what has no date cannot be applied to a month",
          "find the date in the text, or give the first month you can vouch for, with mark D");
      return Optional.empty();
    }
    try {
      if (DATE.matcher(text).matches()) {
        return Optional.of(LocalDate.parse(text));
      }
    } catch (DateTimeException e) {
      // The 30th of February has the form of a date: it is reported like any other text.
    }
    error(
        "'%s' is '%s', which is not a date".formatted(path, shown(text)),
        "write year-month-day, such as 2024-04-01");
    return Optional.empty();
  }

  /** The first day of a month: rules change from one period to the next, never within one. */
  public Optional<LocalDate> firstOfMonth() {
    Optional<LocalDate> date = date();
    if (date.isPresent() && date.get().getDayOfMonth() != 1) {
      error(
          "'%s' is %s, not the first day of a month".formatted(path, date.get()),
          "contributions are owed by month: write %s or the month after"
              .formatted(date.get().withDayOfMonth(1)));
      return Optional.empty();
    }
    return date;
  }

  /** One of a closed list of words. */
  public <T> Optional<T> oneOf(Map<String, T> words) {
    return text()
        .flatMap(
            text -> {
              T found = words.get(text);
              if (found == null) {
                error(
                    "'%s' is '%s'".formatted(path, shown(text)),
                    "write one of: " + String.join(", ", words.keySet()));
              }
              return Optional.ofNullable(found);
            });
  }

  /** {@code true} or {@code false}. */
  public Optional<Boolean> truth() {
    return oneOf(Map.of("true", true, "false", false));
  }

  /** Keys with their values. */
  public Optional<YamlMap> map() {
    if (node instanceof MappingNode mapping) {
      return Optional.of(new YamlMap(file, path, line, mapping, problems));
    }
    error("'" + path + "' holds no keys", "write its keys below it, indented, or in braces");
    return Optional.empty();
  }

  /** The members of a list that is not empty. */
  public List<YamlNode> items() {
    if (!(node instanceof SequenceNode sequence) || sequence.getValue().isEmpty()) {
      error("'" + path + "' is not a list with members", "write one '- …' line for each");
      return List.of();
    }
    List<YamlNode> items = new ArrayList<>();
    for (Node item : sequence.getValue()) {
      String name = path + "[" + (items.size() + 1) + "]";
      items.add(new YamlNode(file, name, item.getStartMark().getLine() + 1, item, problems));
    }
    return items;
  }

  private static String shown(String text) {
    return text.length() <= MAX_SHOWN ? text : text.substring(0, MAX_SHOWN) + "…";
  }
}
