package org.caisse.readers.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.caisse.config.format.FileKind;
import org.caisse.config.format.FormatException;
import org.caisse.config.format.Formats;
import org.caisse.config.workspace.Workspace;
import org.caisse.domain.money.Currency;
import org.caisse.readers.received.FrontDoor;
import org.caisse.readers.received.Recognition;

/**
 * A description of a format or a sender's mapping. It is refused with problems that say where and
 * what to do, or it can be frozen, thawed to the same, and used.
 */
final class FormatsTarget implements FuzzTarget {

  private static final List<String> SAMPLES =
      List.of(
          "employeur;période;assuré;nom;entrée;sortie;jours;brut\nE1;2026-02;P1;A;;;28;150 000\n",
          "1;2;3;4;5;6;7;8;9;10\n1.000;10/02/2026;x;;;;;;;\nTOTAL;;;;;;;1;2;3\n",
          "E1;2;2026;1;1000\n1;2;A;B;01/01/2026;;28;1000;\n",
          "");

  private final String name;
  private final boolean mapping;
  private final List<byte[]> seeds;

  /**
   * @param mapping whether inputs are mappings, not descriptions
   */
  FormatsTarget(String name, boolean mapping, List<byte[]> seeds) {
    this.name = name;
    this.mapping = mapping;
    this.seeds = List.copyOf(seeds);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public List<byte[]> seeds() {
    return seeds;
  }

  /** Few, since what is wrong anywhere is refused whole. */
  @Override
  public int mostChanges() {
    return 2;
  }

  @Override
  public Outcome check(byte[] input, Path folder) throws IOException {
    Workspace workspace = new Workspace(folder.resolve("home-" + name));
    Path file =
        mapping
            ? workspace.senders().resolve("x.yaml")
            : workspace.formats().resolve("caisse-lines.json");
    Files.createDirectories(file.getParent());
    Files.write(file, input);
    Formats formats;
    try {
      formats = Formats.load(workspace);
    } catch (FormatException e) {
      assertThat(e.problems()).isNotEmpty();
      assertThat(Formats.check(workspace)).isEqualTo(e.problems());
      e.problems().forEach(problem -> assertThat(problem.toString()).isNotBlank());
      return new Outcome(1, true);
    }
    Formats thawed = Formats.fromText(formats.toText());
    assertThat(thawed.sha256()).isEqualTo(formats.sha256());
    assertThat(thawed.toBytes()).isEqualTo(formats.toBytes());
    for (FileKind kind : FileKind.values()) {
      for (String sample : SAMPLES) {
        use(formats, kind, sample, folder);
      }
    }
    return new Outcome(1, false);
  }

  private void use(Formats formats, FileKind kind, String sample, Path folder) throws IOException {
    FrontDoor door = new FrontDoor(formats, Currency.XOF);
    Path content = Files.writeString(folder.resolve("content"), sample, UTF_8);
    Recognition recognition =
        door.recognise(content, "liste_2026_02.csv", kind, mapping ? "x" : "");
    if (recognition.question() != null) {
      Judging.word(recognition.question().reject());
    } else if (!recognition.own()) {
      door.normalise(content, recognition, folder.resolve("canonical.csv"), folder.resolve("map"));
    }
  }
}
