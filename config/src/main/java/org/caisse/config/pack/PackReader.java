package org.caisse.config.pack;

import java.time.LocalDate;
import java.util.Optional;
import org.caisse.config.text.yaml.Problems;
import org.caisse.config.text.yaml.YamlMap;
import org.caisse.domain.pack.Pack;

/** Reads the files of a scheme, the country's, its own and that of care, into one pack. */
final class PackReader {

  private final PackId id;
  private final PackFiles files;
  private final Problems problems;

  PackReader(PackId id, PackFiles files, Problems problems) {
    this.id = id;
    this.files = files;
    this.problems = problems;
  }

  /**
   * The pack, when nothing makes it unusable.
   *
   * @param until day up to which every population needs a rule, or null for no such check
   */
  Optional<Pack> read(LocalDate until) {
    Optional<CountryReader.Country> country =
        file(PackId.COUNTRY_FILE).flatMap(CountryReader::read);
    Optional<YamlMap> scheme = file(id.schemeFile());
    if (country.isEmpty() || scheme.isEmpty()) {
      return Optional.empty();
    }
    Optional<YamlMap> care =
        files.content(PackId.CARE_FILE) == null ? Optional.empty() : file(PackId.CARE_FILE);
    return new SchemeReader(id, scheme.get(), country.get(), care.orElse(null), problems)
        .read(until, files.sha256());
  }

  private Optional<YamlMap> file(String name) {
    byte[] content = files.content(name);
    String path = id.folder() + "/" + name;
    if (content == null) {
      problems.error(path, 0, "the file is missing", "add it: " + id.meaning());
      return Optional.empty();
    }
    return YamlMap.parse(path, content, problems);
  }
}
