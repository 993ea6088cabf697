package org.caisse.app;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.caisse.config.text.Amounts;
import org.caisse.config.text.Language;
import org.caisse.config.text.Messages;
import org.caisse.config.text.RightText;
import org.caisse.domain.care.RightRule;
import org.caisse.domain.pack.Law;
import org.caisse.domain.right.NoRight;
import org.caisse.domain.right.RightReason;

/** Says rights in words: payers, populations and reasons by name, rules by their source. */
final class RightsWords {

  private static final String ISO_DAY = "[0-9]{4}-[0-9]{2}-[0-9]{2}";

  private final Law law;
  private final RightText words;
  private final Messages messages;
  private final Amounts amounts;

  RightsWords(Law law, Language language) {
    this.law = law;
    this.words = new RightText(language, law.pack());
    this.messages = Messages.of("documents", language);
    this.amounts = new Amounts(language, law.pack().currency());
  }

  String title(String person, LocalDate day) {
    return messages.get("rights.person.title", person, amounts.date(day));
  }

  String part(String name) {
    return messages.get("rights.part." + name);
  }

  String none() {
    return messages.get("rights.none");
  }

  /** A row of codes, as people read it. */
  Map<String, Object> row(Map<String, Object> codes) {
    Map<String, Object> shown = new LinkedHashMap<>();
    codes.forEach(
        (name, value) -> {
          switch (name) {
            case "why" -> put(shown, "opens", reason(value, codes.get("why_arguments")));
            case "end_why" -> put(shown, "closes", reason(value, codes.get("end_arguments")));
            case "rule" -> put(shown, "source", source(text(value)));
            case "missing" -> put(shown, "missing", missing(value, codes.get("missing_arguments")));
            case "why_arguments", "end_arguments", "missing_arguments" -> {
              // Said with the reasons.
            }
            default -> put(shown, name, cell(name, value));
          }
        });
    return shown;
  }

  private void put(Map<String, Object> shown, String column, String value) {
    shown.put(messages.get("rights.column." + column), value);
  }

  private String cell(String name, Object value) {
    String text = text(value);
    return switch (name) {
      case "state" -> messages.get("rights.state." + text);
      case "payment" -> messages.get("rights.payment." + text);
      case "relation" -> messages.get("rights.relation." + text);
      case "payer" -> words.payer(text);
      case "population" -> words.population(text);
      case "what" -> what(text);
      case "owed", "paid", "open" -> amounts.number(Long.parseLong(text));
      case "month" -> text.substring(0, 7);
      default -> text;
    };
  }

  /** A population that lists the person, or a status with what belongs to it. */
  private String what(String text) {
    String kind = text.split(" ", 2)[0];
    String status = words.status(kind);
    return status.equals(kind) && !text.contains(" ")
        ? words.population(text)
        : status + text.substring(kind.length());
  }

  private static String text(Object value) {
    return value == null ? "" : value.toString();
  }

  /** A reason, or nothing. */
  private String reason(Object code, Object arguments) {
    if (code == null) {
      return "";
    }
    return words.reason(RightReason.valueOf(code.toString()), text(arguments));
  }

  private String missing(Object code, Object arguments) {
    NoRight.Why why = NoRight.Why.valueOf(code.toString());
    String[] given = text(arguments).split(";", -1);
    Object[] words = new Object[given.length];
    for (int i = 0; i < given.length; i++) {
      boolean month = why == NoRight.Why.WAITING || (why == NoRight.Why.UNPAID && i == 0);
      boolean population =
          i == 0
              && switch (why) {
                case NO_RULE, BENEFITS_LATER, BENEFITS_UNDATED -> true;
                case LEFT, DEATH, NOTHING, UNPAID, WAITING, OPENS, DEPENDANT -> false;
              };
      words[i] =
          population
              ? this.words.population(given[i])
              : given[i].matches(ISO_DAY) ? this.words.day(given[i], month) : given[i];
    }
    return messages.get("rights.missing." + why, words);
  }

  private String source(String rule) {
    return law.pack().care().rights().stream()
        .filter(one -> one.id().equals(rule))
        .findFirst()
        .map(RightRule::source)
        .orElse(rule);
  }
}
