package org.caisse.config.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How senders name files: text, {@code *} for anything, and what the name says of the content in
 * braces: {@code {year}}, {@code {month}}, {@code {employer}}, {@code {sequence}}, or {@code
 * {complement}}, the number of a complement, which follows the original. Case does not matter.
 */
public final class NamePattern {

  private static final Map<String, String> PLACEHOLDERS =
      Map.of(
          "year", "[0-9]{4}",
          "month", "0?[1-9]|1[0-2]",
          "employer", "[A-Za-z0-9-]{1,32}",
          "sequence", "[0-9]{1,6}",
          "complement", "[0-9]{1,5}");
  private static final Pattern TOKEN = Pattern.compile("\\{[a-z]*}|\\*|[^{*]+|\\{");
  private static final int MAX_LENGTH = 200;

  /** Each one more would multiply the ways in which a long name can be matched. */
  private static final int MAX_STARS = 4;

  private final String text;
  private final Pattern pattern;
  private final List<String> names;

  private NamePattern(String text, Pattern pattern, List<String> names) {
    this.text = text;
    this.pattern = pattern;
    this.names = List.copyOf(names);
  }

  /**
   * Reads a pattern; nothing when it has braces that mean nothing or twice the same, or is too
   * long.
   */
  public static Optional<NamePattern> of(String text) {
    StringBuilder regex = new StringBuilder();
    List<String> names = new ArrayList<>();
    Matcher token = TOKEN.matcher(text);
    while (token.find()) {
      String part = token.group();
      if (part.equals("*")) {
        regex.append(".*");
      } else if (!part.startsWith("{")) {
        regex.append(Pattern.quote(part));
      } else {
        String name = part.endsWith("}") ? part.substring(1, part.length() - 1) : "";
        if (!PLACEHOLDERS.containsKey(name) || names.contains(name)) {
          return Optional.empty();
        }
        names.add(name);
        regex.append("(?<").append(name).append('>').append(PLACEHOLDERS.get(name)).append(')');
      }
    }
    long stars = text.chars().filter(c -> c == '*').count();
    if (text.isEmpty() || text.length() > MAX_LENGTH || stars > MAX_STARS) {
      return Optional.empty();
    }
    Pattern compiled =
        Pattern.compile(regex.toString(), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    return Optional.of(new NamePattern(text, compiled, names));
  }

  /**
   * What a file's name says, by canonical column; nothing when the name is another one.
   *
   * @param fileName without folders
   */
  public Optional<Map<String, String>> match(String fileName) {
    Matcher matcher = pattern.matcher(fileName);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    Map<String, String> said = new TreeMap<>();
    for (String name : names) {
      said.put(name, matcher.group(name));
    }
    String year = said.remove("year");
    String month = said.remove("month");
    if (year != null && month != null) {
      said.put("period", year + "-" + (month.length() == 1 ? "0" + month : month));
    }
    String complement = said.remove("complement");
    if (complement != null) {
      said.put("sequence", Integer.toString(Integer.parseInt(complement) + 1));
    }
    return Optional.of(said);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof NamePattern pattern && pattern.text.equals(text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  /** The pattern as it was written. */
  @Override
  public String toString() {
    return text;
  }
}
