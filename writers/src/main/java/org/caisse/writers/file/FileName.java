package org.caisse.writers.file;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Names that came from outside, made fit to be the name of one of our files. */
public final class FileName {

  /** Longest name given, in characters (all of them ASCII). */
  public static final int MAX_LENGTH = 80;

  private static final int MAX_EXTENSION = 12;
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern OTHERS = Pattern.compile("[^A-Za-z0-9._-]+");
  private static final Pattern RESERVED =
      Pattern.compile("(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\..*)?");

  private FileName() {}

  /**
   * A plain name: letters without accents, digits, {@code . _ -}, at most {@link #MAX_LENGTH}
   * characters; never a path, a hidden file, a device or nothing. Two outside names may become one:
   * whoever needs them apart adds a number.
   */
  public static String safe(String outside) {
    String letters =
        MARKS.matcher(Normalizer.normalize(outside, Normalizer.Form.NFKD)).replaceAll("");
    String plain = OTHERS.matcher(letters).replaceAll("_");
    int first = 0;
    while (first < plain.length() && ".-_".indexOf(plain.charAt(first)) >= 0) {
      first++;
    }
    String name = shortened(plain.substring(first));
    while (name.endsWith(".")) {
      name = name.substring(0, name.length() - 1);
    }
    if (name.isEmpty()) {
      return "file";
    }
    return RESERVED.matcher(name).matches() ? "file_" + name : name;
  }

  private static String shortened(String name) {
    if (name.length() <= MAX_LENGTH) {
      return name;
    }
    int dot = name.lastIndexOf('.');
    String extension =
        dot >= 0 && name.length() - dot <= MAX_EXTENSION
            ? name.substring(dot).toLowerCase(Locale.ROOT)
            : "";
    return name.substring(0, MAX_LENGTH - extension.length()) + extension;
  }
}
