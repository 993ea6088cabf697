package org.caisse.config.pack;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.caisse.domain.pack.Condition;
import org.caisse.domain.pack.DeclarationRule;
import org.caisse.domain.pack.Fact;
import org.caisse.domain.pack.Facts;
import org.caisse.domain.pack.Law;
import org.caisse.domain.pack.Lookup;
import org.caisse.domain.pack.Pack;
import org.caisse.domain.pack.Table;
import org.caisse.domain.pack.UnsetParameterException;

/**
 * Whether exactly one row of each table, and one due day, applies to any case, on every day that a
 * number changes. Numbers are tried at 0 and at every bound that a row has: between two of them no
 * row begins or ends. Months can be paid ahead as a row says only. What the fund has not set yet is
 * left out.
 */
final class OneRowForEachCase {

  private static final int MOST_CASES = 50_000;

  private final Law law;
  private final DaysOfChange days;

  OneRowForEachCase(Law law) {
    this.law = law;
    this.days = new DaysOfChange(law);
  }

  List<Objection> objections() {
    Pack pack = law.pack();
    List<Objection> found = new ArrayList<>();
    for (Table table : pack.tables().values()) {
      table(table)
          .map(
              what ->
                  new Objection(
                      Objection.Subject.TABLE,
                      table.name(),
                      what,
                      "let exactly one row apply to any case; 'any' stands for all"))
          .ifPresent(found::add);
    }
    for (int i = 0; i < pack.declarations().size(); i++) {
      String id = Integer.toString(i);
      due(pack.declarations().get(i))
          .map(
              what ->
                  new Objection(
                      Objection.Subject.DECLARATION,
                      id,
                      what,
                      "let exactly one row apply to any headcount"))
          .ifPresent(found::add);
    }
    return found;
  }

  private Optional<String> table(Table table) {
    for (LocalDate day : days.between(table.versions().getFirst().from(), null)) {
      try {
        Optional<String> objection = rows(law.table(table.name(), day), table.by(), day);
        if (objection.isPresent()) {
          return objection.map(what -> "table '%s': %s".formatted(table.name(), what));
        }
      } catch (UnsetParameterException e) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  private Optional<String> due(DeclarationRule rule) {
    List<Table.Column> headcount =
        List.of(new Table.Column(Fact.HEADCOUNT.code(), Fact.HEADCOUNT, List.of()));
    for (String population : rule.populations()) {
      for (LocalDate day : days.between(rule.from(), rule.to())) {
        try {
          LocalDate month = day.withDayOfMonth(1);
          if (rule.on(population, month)) {
            Lookup<LocalDate> rows = law.declarations(population, month).days();
            Optional<String> objection = rows(rows, headcount, month);
            if (objection.isPresent()) {
              return objection.map(what -> "due days: " + what);
            }
          }
        } catch (UnsetParameterException e) {
          return Optional.empty();
        }
      }
    }
    return Optional.empty();
  }

  private Optional<String> rows(Lookup<?> lookup, List<Table.Column> by, LocalDate day) {
    List<Map<String, Object>> cases = cases(lookup, by);
    if (cases.size() > MOST_CASES) {
      return Optional.of("it has more cases than can be tried");
    }
    for (Map<String, Object> one : cases) {
      List<Integer> applying = new ArrayList<>();
      Case facts = new Case(one);
      for (int i = 0; i < lookup.rows().size(); i++) {
        if (lookup.rows().get(i).when().stream().allMatch(when -> when.holds(facts))) {
          applying.add(i + 1);
        }
      }
      if (applying.size() != 1) {
        String which = applying.isEmpty() ? "no row applies" : "rows %s apply".formatted(applying);
        return Optional.of("%s to %s (on %s)".formatted(which, words(one), day));
      }
    }
    return Optional.empty();
  }

  /** All combinations of one value a fact. */
  private static List<Map<String, Object>> cases(Lookup<?> lookup, List<Table.Column> by) {
    List<Map<String, Object>> cases = new ArrayList<>();
    cases.add(new TreeMap<>());
    for (Table.Column column : by) {
      List<Map<String, Object>> more = new ArrayList<>();
      for (Object value : values(lookup, column)) {
        for (Map<String, Object> one : cases) {
          if (more.size() > MOST_CASES) {
            return more;
          }
          Map<String, Object> longer = new TreeMap<>(one);
          longer.put(column.name(), value);
          more.add(longer);
        }
      }
      cases = more;
    }
    return cases;
  }

  private static List<Object> values(Lookup<?> lookup, Table.Column column) {
    if (column.fact() == null) {
      return List.copyOf(column.words());
    }
    boolean listed = column.fact() == Fact.TERM;
    TreeSet<Long> values = new TreeSet<>();
    if (!listed) {
      values.add(0L);
    }
    for (Lookup.Row<?> row : lookup.rows()) {
      for (Condition when : row.when()) {
        if (when instanceof Condition.Within(Fact fact, long from, long to)
            && fact == column.fact()) {
          values.add(from);
          values.add(listed ? from : to);
        }
      }
    }
    return List.copyOf(values.subSet(0L, Long.MAX_VALUE));
  }

  private String words(Map<String, Object> one) {
    List<String> words = new ArrayList<>();
    one.forEach((fact, value) -> words.add(fact + " " + shown(fact, value)));
    return words.isEmpty() ? "any case" : String.join(", ", words);
  }

  private String shown(String fact, Object value) {
    boolean money = fact.equals(Fact.PAY.code()) || fact.equals(Fact.INCOME.code());
    return money ? law.pack().currency().plain((Long) value) : value.toString();
  }

  /** One combination. */
  private record Case(Map<String, Object> values) implements Facts {

    @Override
    public long number(Fact fact) {
      return (Long) values.get(fact.code());
    }

    @Override
    public String word(String fact) {
      return (String) values.get(fact);
    }

    @Override
    public String row() {
      return null;
    }
  }
}
