package org.caisse.config.pack;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which pack: {@code bf-amu} is the scheme {@code amu} in the folder {@code bf}.
 *
 * @param folder of the country
 * @param scheme name of the scheme's file without {@code .yaml}
 */
record PackId(String folder, String scheme) {

  /** The file of the country, which is no scheme. */
  static final String COUNTRY_FILE = "country.yaml";

  /** The file of the law of care, which is no scheme either; a country can do without. */
  static final String CARE_FILE = "care.yaml";

  private static final Set<String> NO_SCHEMES = Set.of("country", "care");

  private static final Pattern FORM = Pattern.compile("([a-z]{2})-([a-z0-9_]{1,40})");

  /** The pack of this id; empty when it has not the form of one. */
  static Optional<PackId> of(String text) {
    Matcher form = FORM.matcher(text);
    return form.matches() && !NO_SCHEMES.contains(form.group(2))
        ? Optional.of(new PackId(form.group(1), form.group(2)))
        : Optional.empty();
  }

  String text() {
    return folder + "-" + scheme;
  }

  String schemeFile() {
    return scheme + ".yaml";
  }

  /** For messages: what the id stands for. */
  String meaning() {
    return "pack %s is made of %s/%s and %s/%s"
        .formatted(text(), folder, COUNTRY_FILE, folder, schemeFile());
  }
}
