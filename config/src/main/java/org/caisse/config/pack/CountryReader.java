package org.caisse.config.pack;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.caisse.config.text.yaml.YamlMap;
import org.caisse.config.text.yaml.YamlNode;
import org.caisse.domain.calendar.WorkingDays;
import org.caisse.domain.money.Currency;

/** Reads what all schemes of a country share: its currency, on which days it works. */
final class CountryReader {

  private static final Map<String, DayOfWeek> DAYS = Words.of(DayOfWeek.values());
  private static final int MOST_HOLIDAYS = 60;

  private CountryReader() {}

  /**
   * A country.
   *
   * @param code ISO 3166
   * @param currency with those that it replaced
   * @param workingDays null when the file does not say
   */
  record Country(String code, CurrencyHistory currency, WorkingDays workingDays) {}

  static Optional<Country> read(YamlMap map) {
    Optional<String> code = map.required("country").flatMap(n -> matching(n, "[A-Z]{2}", "BF"));
    Optional<Name> name = map.required("name").flatMap(Name::read);
    Optional<CurrencyHistory> currency =
        map.required("currency").flatMap(YamlNode::map).flatMap(CountryReader::currency);
    Optional<YamlNode> place = map.optional("working_days");
    Optional<WorkingDays> days = place.flatMap(YamlNode::map).flatMap(CountryReader::workingDays);
    map.close();
    if (code.isEmpty()
        || name.isEmpty()
        || currency.isEmpty()
        || place.isPresent() != days.isPresent()) {
      return Optional.empty();
    }
    return Optional.of(new Country(code.get(), currency.get(), days.orElse(null)));
  }

  private static Optional<CurrencyHistory> currency(YamlMap map) {
    Optional<String> code = map.required("code").flatMap(n -> matching(n, "[A-Z]{3}", "XOF"));
    Optional<String> decimals = map.required("decimals").flatMap(n -> matching(n, "[0-4]", "0"));
    Optional<String> source = map.required("source").flatMap(YamlNode::text);
    List<CurrencyHistory.Replaced> replaced = new ArrayList<>();
    Optional<YamlNode> old = map.optional("replaced");
    old.ifPresent(
        list ->
            list.items()
                .forEach(
                    item -> item.map().flatMap(CountryReader::replaced).ifPresent(replaced::add)));
    map.close();
    for (int i = 1; i < replaced.size(); i++) {
      if (!replaced.get(i).until().isAfter(replaced.get(i - 1).until())) {
        map.error("replaced currencies are not by ascending date", "list the oldest first");
      }
    }
    return source.flatMap(
        s ->
            code.flatMap(
                c ->
                    decimals.map(
                        d -> new CurrencyHistory(new Currency(c, Integer.parseInt(d)), replaced))));
  }

  private static Optional<CurrencyHistory.Replaced> replaced(YamlMap map) {
    Optional<String> code = map.required("code").flatMap(n -> matching(n, "[A-Z]{3}", "MRO"));
    Optional<LocalDate> until = map.required("until").flatMap(YamlNode::date);
    Optional<BigDecimal> per =
        map.required("per_unit").flatMap(YamlNode::number).filter(n -> n.signum() > 0);
    Optional<String> source = map.required("source").flatMap(YamlNode::text);
    map.close();
    return source.flatMap(
        s ->
            code.flatMap(
                c -> until.flatMap(u -> per.map(p -> new CurrencyHistory.Replaced(c, u, p)))));
  }

  private static Optional<WorkingDays> workingDays(YamlMap map) {
    Set<DayOfWeek> weekend = EnumSet.noneOf(DayOfWeek.class);
    map.required("weekend")
        .ifPresent(list -> list.items().forEach(item -> item.oneOf(DAYS).ifPresent(weekend::add)));
    Set<MonthDay> everyYear = new HashSet<>();
    map.optional("every_year")
        .ifPresent(list -> list.items().forEach(item -> monthDay(item).ifPresent(everyYear::add)));
    Set<LocalDate> holidays = new HashSet<>();
    map.optional("holidays")
        .ifPresent(list -> list.items().forEach(item -> item.date().ifPresent(holidays::add)));
    Optional<String> source = map.required("source").flatMap(YamlNode::text);
    map.close();
    if (weekend.size() == DAYS.size() || everyYear.size() > MOST_HOLIDAYS) {
      map.error("there is no day left to work on", "list the days on which nobody works only");
      return Optional.empty();
    }
    return source.map(s -> new WorkingDays(weekend, everyYear, holidays));
  }

  private static Optional<MonthDay> monthDay(YamlNode node) {
    Optional<String> text = node.text();
    try {
      return text.map(t -> MonthDay.parse("--" + t));
    } catch (DateTimeException e) {
      node.error(
          "'%s' is '%s', which is no day of the year".formatted(node.path(), text.get()),
          "write month-day, such as \"05-01\"");
      return Optional.empty();
    }
  }

  private static Optional<String> matching(YamlNode node, String pattern, String example) {
    Optional<String> text = node.text();
    if (text.isPresent() && !text.get().matches(pattern)) {
      node.error("'%s' is '%s'".formatted(node.path(), text.get()), "write it like " + example);
      return Optional.empty();
    }
    return text;
  }
}
