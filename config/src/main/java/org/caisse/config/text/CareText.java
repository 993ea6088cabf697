package org.caisse.config.text;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.caisse.domain.care.Bearer;
import org.caisse.domain.care.CareLaw;
import org.caisse.domain.claim.PendReason;
import org.caisse.domain.claim.Reduction;
import org.caisse.domain.claim.ReductionCode;
import org.caisse.domain.money.Currency;

/**
 * What is decided of care, in words: why something is not paid or waits, and what to do. The words
 * of the care law (payers, programmes, limits, groups) are those of the pack.
 */
public final class CareText {

  private final Messages messages;
  private final Amounts amounts;
  private final Map<String, String> words = new HashMap<>();

  /**
   * @param law whose words are used
   */
  public CareText(Language language, Currency currency, CareLaw law) {
    this.messages = Messages.of(language);
    this.amounts = new Amounts(language, currency);
    boolean french = language == Language.FR;
    law.statuses().forEach(word -> words.put(word.id(), french ? word.fr() : word.en()));
    law.levels().forEach(word -> words.put(word.id(), french ? word.fr() : word.en()));
    law.places().forEach(word -> words.put(word.id(), french ? word.fr() : word.en()));
    law.groups().forEach(word -> words.put(word.id(), french ? word.fr() : word.en()));
    law.episodes().forEach(word -> words.put(word.id(), french ? word.fr() : word.en()));
    law.limits().forEach(word -> words.put(word.id(), french ? word.fr() : word.en()));
    law.programmes().forEach(word -> words.put(word.id(), french ? word.fr() : word.en()));
    law.payers().forEach(word -> words.put(word.id(), french ? word.fr() : word.en()));
  }

  /** A word of the care law; an id that it does not know is its own word. */
  public String word(String id) {
    return words.getOrDefault(id, id);
  }

  /** Why an amount is not paid. */
  public String what(ReductionCode code, List<Reduction.Argument> arguments) {
    return messages.get("reduction." + code, arguments(arguments));
  }

  /** What the provider or the patient does about it, which can depend on who bears it. */
  public String todo(ReductionCode code, Bearer bearer, List<Reduction.Argument> arguments) {
    String todo = "reduction." + code + ".todo";
    String own = todo + "." + bearer.name().toLowerCase(Locale.ROOT);
    return messages.get(messages.has(own) ? own : todo, arguments(arguments));
  }

  /** Why a line waits. */
  public String what(PendReason reason) {
    return messages.get("pend." + reason);
  }

  /** What the fund does about it. */
  public String todo(PendReason reason) {
    return messages.get("pend." + reason + ".todo");
  }

  /** A number of thousandths as people write it. */
  public String quantity(long milli) {
    return amounts.decimal(BigDecimal.valueOf(milli, 3));
  }

  private Object[] arguments(List<Reduction.Argument> arguments) {
    return arguments.stream().map(this::argument).toArray();
  }

  private String argument(Reduction.Argument argument) {
    return switch (argument.kind()) {
      case DAY -> amounts.date(LocalDate.parse(argument.value()));
      case AMOUNT -> amounts.money(Long.parseLong(argument.value()));
      case QUANTITY -> quantity(Long.parseLong(argument.value()));
      case TEXT -> argument.value();
      case WORD -> word(argument.value());
    };
  }
}
