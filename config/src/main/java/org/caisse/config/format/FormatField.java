package org.caisse.config.format;

import java.util.List;

/**
 * A column of a format, as its Table Schema describes it.
 *
 * @param name by which the description and mappings refer to it
 * @param title what stands above the column
 * @param aliases other titles under which senders write it
 * @param type what its values are
 */
public record FormatField(String name, String title, List<String> aliases, FieldType type) {

  public FormatField {
    aliases = List.copyOf(aliases);
  }
}
