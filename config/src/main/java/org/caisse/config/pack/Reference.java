package org.caisse.config.pack;

import java.time.LocalDate;
import java.util.List;
import org.caisse.config.text.yaml.YamlNode;

/**
 * A use of a parameter or table.
 *
 * @param name of the parameter or table
 * @param need what this use needs
 * @param from first day on which a value is needed
 * @param place where it stands
 */
record Reference(String name, Need need, LocalDate from, YamlNode place) {

  /**
   * What a use needs.
   *
   * @param units any of these units
   * @param mayBeNone whether it can do without a value
   * @param mayBeTable whether the value may depend on facts
   */
  record Need(List<ParameterUnit> units, boolean mayBeNone, boolean mayBeTable) {

    Need {
      units = List.copyOf(units);
    }

    /** A number. */
    static Need number(ParameterUnit unit) {
      return new Need(List.of(unit), false, false);
    }

    /** A number, or none. */
    static Need bound(ParameterUnit unit) {
      return new Need(List.of(unit), true, false);
    }

    /** A number, or one that depends on facts. */
    static Need value(ParameterUnit unit) {
      return new Need(List.of(unit), false, true);
    }

    /** An amount for any time, or one that depends on facts. */
    static Need amount() {
      return new Need(ParameterUnit.MONEY, false, true);
    }
  }
}
