package org.caisse.config.pack;

import java.time.LocalDate;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.caisse.domain.pack.DatedValue;
import org.caisse.domain.pack.FundSettings;
import org.caisse.domain.pack.Law;
import org.caisse.domain.pack.Parameter;
import org.caisse.domain.pack.Table;

/** The days on which any number of a law changes. */
final class DaysOfChange {

  private final TreeSet<LocalDate> days = new TreeSet<>();

  DaysOfChange(Law law) {
    for (Parameter parameter : law.pack().parameters().values()) {
      parameter.values().stream().map(DatedValue::from).forEach(days::add);
    }
    for (Table table : law.pack().tables().values()) {
      table.versions().stream().map(Table.Version::from).forEach(days::add);
    }
    law.settings()
        .changes()
        .values()
        .forEach(changes -> changes.stream().map(FundSettings.Change::from).forEach(days::add));
  }

  /**
   * The first day, and those after it on which a number changes.
   *
   * @param to the day before which it ends, or null for no end
   */
  NavigableSet<LocalDate> between(LocalDate from, LocalDate to) {
    TreeSet<LocalDate> found = new TreeSet<>(days.tailSet(from, true));
    found.add(from);
    return to == null ? found : found.headSet(to, false);
  }
}
