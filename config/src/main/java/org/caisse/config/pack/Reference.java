package org.caisse.config.pack;

import java.time.LocalDate;
import org.caisse.config.text.yaml.YamlNode;

/**
 * A use of a parameter.
 *
 * @param parameter its name
 * @param unit the unit that this use needs
 * @param mayBeNone whether this use can do without a value
 * @param from first day on which a value is needed
 * @param place where it stands
 */
record Reference(
    String parameter, ParameterUnit unit, boolean mayBeNone, LocalDate from, YamlNode place) {}
