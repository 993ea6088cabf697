package org.caisse.jobs.run;

import java.util.Locale;
import org.caisse.config.format.FileKind;

/** Kinds of files as the table {@code file} calls them. */
public final class FileKinds {

  private FileKinds() {}

  /** The kind of a name of the table. */
  public static FileKind of(String kind) {
    return kind.equals("declarations")
        ? FileKind.DECLARATION
        : FileKind.valueOf(kind.toUpperCase(Locale.ROOT));
  }
}
