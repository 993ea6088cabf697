package org.caisse.jobs.run;

import java.util.Locale;
import java.util.Set;
import org.caisse.config.format.FileKind;

/** Kinds of files as the table {@code file} calls them. */
public final class FileKinds {

  /** Files of a take-on: their totals are of all of them. */
  private static final Set<String> TOGETHER =
      Set.of("opening_balances", "earlier_contributions", "earlier_rights", "take_on_control");

  private FileKinds() {}

  /** Whether files of a kind count together only: when one of them is new, all are taken. */
  public static boolean comeTogether(String kind) {
    return TOGETHER.contains(kind);
  }

  /** The kind of a name of the table. */
  public static FileKind of(String kind) {
    return kind.equals("declarations")
        ? FileKind.DECLARATION
        : FileKind.valueOf(kind.toUpperCase(Locale.ROOT));
  }
}
