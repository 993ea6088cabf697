package org.caisse.config.format;

import java.util.List;
import java.util.Objects;

/**
 * A column of a format, or a field of a fixed-width record, as its description has it.
 *
 * @param name by which the description and mappings refer to it
 * @param title what stands above the column
 * @param aliases other titles under which senders write it; case, accents and punctuation never
 *     matter
 * @param type what its values are
 * @param order how its days are written, or null when the file has to show it
 * @param position from 0: its place among the columns where no titles say it, or the first
 *     character of a fixed-width field; -1 when only a title tells
 * @param length characters of a fixed-width field, 0 elsewhere
 * @param optional whether files without the column are of this format all the same
 * @param rules what its values must satisfy
 */
public record FormatField(
    String name,
    String title,
    List<String> aliases,
    FieldType type,
    DateOrder order,
    int position,
    int length,
    boolean optional,
    FieldRules rules) {

  public FormatField {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(title, "title");
    aliases = List.copyOf(aliases);
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(rules, "rules");
  }

  /** The same field at another place. */
  public FormatField at(int newPosition) {
    return new FormatField(name, title, aliases, type, order, newPosition, length, optional, rules);
  }
}
