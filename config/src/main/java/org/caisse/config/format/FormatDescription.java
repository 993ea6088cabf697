package org.caisse.config.format;

import java.util.List;
import java.util.Objects;

/**
 * A format in which files of some kind come.
 *
 * @param id such as {@code ci-cnps}
 * @param kind of the files, such as {@link FileKind#DECLARATION}
 * @param fields its columns, in their order
 */
public record FormatDescription(String id, FileKind kind, List<FormatField> fields) {

  public FormatDescription {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(kind, "kind");
    fields = List.copyOf(fields);
  }
}
