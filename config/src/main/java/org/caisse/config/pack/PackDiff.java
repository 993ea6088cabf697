package org.caisse.config.pack;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.caisse.config.pack.LawItems.Item;
import org.caisse.config.text.Amounts;
import org.caisse.config.text.Language;
import org.caisse.config.text.Messages;
import org.caisse.domain.pack.Law;

/** What changes between two days of a law, or between two versions of it. */
public final class PackDiff {

  private static final int WIDTH = 120;
  private static final int FINGERPRINT = 12;

  private PackDiff() {}

  /**
   * What changes from one day to another: numbers, contributions, due days, in their words.
   *
   * @param before the law of the first day
   * @param after the law of the second; the same, or another version
   */
  public static List<String> days(
      Law before, LocalDate from, Law after, LocalDate to, Language language) {
    Amounts amounts = new Amounts(language, after.pack().currency());
    String title =
        Messages.of(language)
            .get("packs.diff.days", after.pack().id(), amounts.date(from), amounts.date(to));
    return lines(
        title, LawItems.on(before, from, language), LawItems.on(after, to, language), language);
  }

  /** All that differs between two versions, for all days. */
  public static List<String> versions(Law before, Law after, Language language) {
    String title =
        Messages.of(language)
            .get(
                "packs.diff.versions",
                after.pack().id(),
                before.pack().sha256().substring(0, FINGERPRINT),
                after.pack().sha256().substring(0, FINGERPRINT));
    return lines(title, WholePack.of(before, language), WholePack.of(after, language), language);
  }

  private static List<String> lines(
      String title, Map<String, Item> before, Map<String, Item> after, Language language) {
    List<String> lines = new ArrayList<>();
    lines.add(title);
    Map<String, Item> names = new LinkedHashMap<>(before);
    names.putAll(after);
    names.keySet().forEach(name -> item(lines, name, before.get(name), after.get(name)));
    if (lines.size() == 1) {
      lines.add("  " + Messages.of(language).get("packs.diff.same"));
    } else {
      lines.add(Messages.of(language).get("packs.diff.signs"));
    }
    return lines;
  }

  private static void item(List<String> lines, String name, Item before, Item after) {
    if (before == null) {
      add(lines, "+ ", name + ": " + after.value(), List.of(after.source()));
    } else if (after == null) {
      add(lines, "- ", name + ": " + before.value(), List.of(before.source()));
    } else if (!before.value().equals(after.value())) {
      add(
          lines,
          "~ ",
          name + ": " + before.value() + " → " + after.value(),
          before.source().equals(after.source())
              ? List.of(after.source())
              : List.of("- " + before.source(), "+ " + after.source()));
    } else if (!before.source().equals(after.source())) {
      add(
          lines,
          "= ",
          name + ": " + after.value(),
          List.of("- " + before.source(), "+ " + after.source()));
    }
  }

  private static void add(List<String> lines, String sign, String text, List<String> below) {
    String lead = "  " + sign;
    for (String line : Columns.wrapped(text, WIDTH - 6)) {
      lines.add(lead + line);
      lead = "      ";
    }
    for (String source : below) {
      if (!source.isEmpty()) {
        Columns.wrapped(source, WIDTH - 8).forEach(line -> lines.add("        " + line));
      }
    }
  }
}
