package org.caisse.config.cases;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.caisse.config.pack.PackLoader;
import org.caisse.config.text.yaml.Problem;
import org.caisse.config.text.yaml.Problems;
import org.caisse.config.text.yaml.YamlMap;
import org.caisse.config.text.yaml.YamlNode;
import org.caisse.domain.pack.Pack;

/**
 * The cases of a pack, in the file {@code scheme.cases.yaml} beside it: facts of a month and what
 * the law must come to; and those of care, in {@code care.cases.yaml}. They are no part of the law:
 * a new case changes no hash.
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
    Path folder = packsDir.resolve(id[0]);
    Path scheme = folder.resolve(id[1] + ".cases.yaml");
    Path care = folder.resolve("care.cases.yaml");
    if (!Files.exists(scheme) && !Files.exists(care)) {
      return new Outcome(List.of(), List.of());
    }
    Pack pack = PackLoader.load(packsDir, packId);
    Problems problems = new Problems();
    List<String> names = new ArrayList<>();
    if (Files.exists(scheme)) {
      names.addAll(run(pack, id[0] + "/" + scheme.getFileName(), read(scheme), problems));
    }
    if (pack.care() != null && Files.exists(care)) {
      names.addAll(claims(pack, id[0] + "/" + care.getFileName(), read(care), problems));
    }
    return new Outcome(List.copyOf(names), problems.list());
  }

  private static byte[] read(Path file) throws IOException {
    if (Files.size(file) > MAX_BYTES) {
      throw new IOException(file + " is larger than 1 MB: is it a file of cases?");
    }
    return Files.readAllBytes(file);
  }

  private static List<String> run(Pack pack, String name, byte[] content, Problems problems) {
    List<PackCase> cases =
        YamlMap.parse(name, content, problems)
            .map(map -> new CaseReader(pack).read(map))
            .orElse(List.of());
    cases.forEach(
        one ->
            new RunCase(pack, one)
                .failure()
                .ifPresent(what -> failed(one.place(), one.name(), what, one.source())));
    return cases.stream().map(PackCase::name).toList();
  }

  private static List<String> claims(Pack pack, String name, byte[] content, Problems problems) {
    List<ClaimCase> cases =
        YamlMap.parse(name, content, problems)
            .map(map -> new ClaimCaseReader(pack).read(map))
            .orElse(List.of());
    cases.forEach(
        one ->
            RunClaimCase.failure(pack, one)
                .ifPresent(what -> failed(one.place(), one.name(), what, one.source())));
    return cases.stream().map(ClaimCase::name).toList();
  }

  private static void failed(YamlNode place, String name, String what, String source) {
    place.error(
        "case '%s': %s".formatted(name, what), "correct the pack or the case, after " + source);
  }
}
