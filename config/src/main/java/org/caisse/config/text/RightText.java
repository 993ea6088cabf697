package org.caisse.config.text;

import java.time.LocalDate;
import org.caisse.domain.pack.Pack;
import org.caisse.domain.pack.Population;
import org.caisse.domain.right.RightReason;

/** Says why rights open and close, in words. */
public final class RightText {

  private static final String ISO_DAY = "[0-9]{4}-[0-9]{2}-[0-9]{2}";

  private final Pack pack;
  private final Language language;
  private final Messages messages;
  private final Amounts amounts;

  public RightText(Language language, Pack pack) {
    this.pack = pack;
    this.language = language;
    this.messages = Messages.of("documents", language);
    this.amounts = new Amounts(language, pack.currency());
  }

  /**
   * A reason in words.
   *
   * @param arguments separated by semicolons, in the order of the reason
   */
  public String reason(RightReason reason, String arguments) {
    Object[] words = arguments.split(";", -1);
    for (int i = 0; i < words.length; i++) {
      words[i] = argument(reason, i, words[i].toString());
    }
    return messages.get("rights.why." + reason, words);
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
      case STATUS, STATUS_ENDED, EXPIRED -> status(word);
      default -> word;
    };
  }

  /** A day, or the month that it begins. */
  public String day(String iso, boolean month) {
    return month ? iso.substring(0, 7) : amounts.date(LocalDate.parse(iso));
  }

  /** The name of a population. */
  public String population(String id) {
    Population population = pack.populations().get(id);
    return population == null
        ? id
        : language == Language.FR ? population.nameFr() : population.nameEn();
  }

  /** The name of a payer. */
  public String payer(String id) {
    return pack.care()
        .payer(id)
        .map(payer -> language == Language.FR ? payer.fr() : payer.en())
        .orElse(id);
  }

  /** The name of what the registry calls a status. */
  public String status(String kind) {
    String key = "rights.status." + kind;
    return messages.has(key) ? messages.get(key) : kind;
  }
}
