package org.caisse.config.cases;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.caisse.config.pack.PackLoader;
import org.caisse.config.text.yaml.Problem;
import org.caisse.config.text.yaml.Problems;
import org.caisse.config.text.yaml.YamlMap;
import org.caisse.domain.pack.Pack;

/**
 * The cases of a pack, in the file {@code scheme.cases.yaml} beside it: facts of a month and what
 * the law must come to. They are no part of the law: a new case changes no hash.
 */
public final class PackCases {

  private static final long MAX_BYTES = 1L << 20;

  private PackCases() {}

  /**
   * What came of the cases.
   *
   * @param names of all cases that could be read
   * @param problems cases that fail, and what cannot be read
   */
  public record Outcome(List<String> names, List<Problem> problems) {

    /** What is wrong with the case of a name. */
    public List<Problem> of(String name) {
      return problems.stream()
          .filter(problem -> problem.what().startsWith("case '" + name + "': "))
          .toList();
    }
  }

  /** Runs all cases of a pack that loads; a pack without cases has none that fail. */
  public static Outcome run(Path packsDir, String packId) throws IOException {
    String[] id = packId.split("-", 2);
    Path file = packsDir.resolve(id[0]).resolve(id[1] + ".cases.yaml");
    return Files.exists(file)
        ? run(PackLoader.load(packsDir, packId), id[0] + "/" + file.getFileName(), read(file))
        : new Outcome(List.of(), List.of());
  }

  private static byte[] read(Path file) throws IOException {
    if (Files.size(file) > MAX_BYTES) {
      throw new IOException(file + " is larger than 1 MB: is it a file of cases?");
    }
    return Files.readAllBytes(file);
  }

  private static Outcome run(Pack pack, String name, byte[] content) {
    Problems problems = new Problems();
    List<PackCase> cases =
        YamlMap.parse(name, content, problems)
            .map(map -> new CaseReader(pack).read(map))
            .orElse(List.of());
    for (PackCase one : cases) {
      Optional<String> failure = new RunCase(pack, one).failure();
      failure.ifPresent(
          what ->
              one.place()
                  .error(
                      "case '%s': %s".formatted(one.name(), what),
                      "correct the pack or the case, after " + one.source()));
    }
    return new Outcome(cases.stream().map(PackCase::name).toList(), problems.list());
  }
}
