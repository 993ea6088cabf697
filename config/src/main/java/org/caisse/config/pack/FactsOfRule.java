package org.caisse.config.pack;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.caisse.domain.pack.Amount;
import org.caisse.domain.pack.Circumstances;
import org.caisse.domain.pack.Fact;
import org.caisse.domain.pack.HeadKind;
import org.caisse.domain.pack.PayElement;
import org.caisse.domain.pack.Span;
import org.caisse.domain.pack.Table;

/** What a rule asks about a person besides the pay. */
final class FactsOfRule {

  private final Amount amount;
  private final Map<String, Table> all;

  FactsOfRule(Amount amount, Map<String, Table> all) {
    this.amount = amount;
    this.all = all;
  }

  /** The tables that it uses. */
  List<Table> tables() {
    List<String> names = new ArrayList<>();
    switch (amount) {
      case Amount.Percent percent -> {
        names.add(percent.base().notional());
        percent.shares().forEach(share -> names.add(share.parameter()));
      }
      case Amount.PerHead perHead ->
          perHead.shares().forEach(share -> names.add(share.parameter()));
      case Amount.Premium premium -> {
        names.add(premium.whole());
        premium.parts().forEach(part -> names.add(part.percent()));
      }
    }
    return names.stream()
        .filter(Objects::nonNull)
        .distinct()
        .map(all::get)
        .filter(Objects::nonNull)
        .toList();
  }

  /** What it asks that neither the pay nor these facts say, in words. */
  Set<String> unknown(Circumstances known) {
    Set<String> unknown = new LinkedHashSet<>();
    if (amount instanceof Amount.Percent percent
        && percent.base().notional() == null
        && percent.base().pay() == PayElement.BASE_SALARY) {
      unknown.add("base_salary");
    }
    if (amount instanceof Amount.PerHead perHead
        && perHead.heads() != null
        && !perHead.heads().counted().equals(List.of(HeadKind.INSURED))) {
      unknown.add("heads");
    }
    tables().forEach(table -> unknown.addAll(unknown(table, known)));
    if (amount.span() == Span.TERM && known.termMonths() == 0) {
      unknown.add(Fact.TERM.code());
    }
    if (amount.owing().own() && known.termStart() == null) {
      unknown.add("term_start");
    }
    return unknown;
  }

  private static Set<String> unknown(Table table, Circumstances known) {
    Set<String> unknown = new LinkedHashSet<>();
    boolean classes =
        table.versions().stream().allMatch(version -> version.rows().getFirst().name() != null);
    if (classes && known.incomeClass() != null) {
      return unknown;
    }
    for (Table.Column column : table.by()) {
      boolean said =
          column.fact() == null
              ? known.words().containsKey(column.name())
              : column.fact() == Fact.PAY
                  || (column.fact() == Fact.TERM && known.termMonths() != 0);
      if (!said) {
        unknown.add(column.name());
      }
    }
    return unknown;
  }
}
