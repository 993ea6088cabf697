package org.caisse.app;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.caisse.config.text.Amounts;
import org.caisse.config.text.Language;
import org.caisse.config.text.Messages;
import org.caisse.domain.care.RightRule;
import org.caisse.domain.pack.Law;
import org.caisse.domain.pack.Population;
import org.caisse.domain.right.NoRight;
import org.caisse.domain.right.RightReason;

/** Says rights in words: payers, populations and reasons by name, rules by their source. */
final class RightsWords {

  private static final String ISO_DAY = "[0-9]{4}-[0-9]{2}-[0-9]{2}";

  private final Law law;
  private final Language language;
  private final Messages messages;
  private final Amounts amounts;

  RightsWords(Law law, Language language) {
    this.law = law;
    this.language = language;
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
      case "payer" -> payer(text);
      case "population" -> population(text);
      case "month" -> text.substring(0, 7);
      default -> text;
    };
  }

  private static String text(Object value) {
    return value == null ? "" : value.toString();
  }

  /** A reason, or nothing. */
  private String reason(Object code, Object arguments) {
    if (code == null) {
      return "";
    }
    RightReason reason = RightReason.valueOf(code.toString());
    Object[] words = text(arguments).split(";", -1);
    for (int i = 0; i < words.length; i++) {
      words[i] = argument(reason, i, words[i].toString());
    }
    return messages.get("rights.why." + reason, words);
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
              ? population(given[i])
              : given[i].matches(ISO_DAY) ? day(given[i], month) : given[i];
    }
    return messages.get("rights.missing." + why, words);
  }

  private String day(String iso, boolean month) {
    return month ? iso.substring(0, 7) : amounts.date(LocalDate.parse(iso));
  }

  private String argument(RightReason reason, int place, String word) {
    boolean month =
        switch (reason) {
          case WAITED, WAITED_DAYS, CONTRIBUTED -> true;
          case REOPENED, UNPAID, NOT_CONTRIBUTED -> place == 0;
          default -> false;
        };
    if (word.matches(ISO_DAY)) {
      return day(word, month);
    }
    return switch (reason) {
      case DEPENDANT, SURVIVOR -> place == 0 ? messages.get("rights.relation." + word) : word;
      case STATUS_CHANGE, MEMBER, POPULATION -> population(word);
      default -> word;
    };
  }

  private String population(String id) {
    Population population = law.pack().populations().get(id);
    return population == null
        ? id
        : language == Language.FR ? population.nameFr() : population.nameEn();
  }

  private String payer(String id) {
    return law.pack()
        .care()
        .payer(id)
        .map(payer -> language == Language.FR ? payer.fr() : payer.en())
        .orElse(id);
  }

  private String source(String rule) {
    return law.pack().care().rights().stream()
        .filter(one -> one.id().equals(rule))
        .findFirst()
        .map(RightRule::source)
        .orElse(rule);
  }
}
