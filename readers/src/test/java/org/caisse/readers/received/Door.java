package org.caisse.readers.received;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.caisse.config.format.FileKind;
import org.caisse.config.format.Formats;
import org.caisse.config.workspace.Workspace;
import org.caisse.domain.money.Currency;

/** The front door with the files of one test. */
final class Door {

  static final String TITLES = "employeur;période;assuré;nom;entrée;sortie;jours;brut\n";

  private final Path folder;
  private Currency currency = Currency.XOF;
  private Formats formats = Formats.bundled();

  /** What came of one file. */
  record Result(
      Recognition recognition, Normalised normalised, List<String> lines, List<String> sources) {

    Question question() {
      return recognition.question() == null && normalised != null
          ? normalised.question()
          : recognition.question();
    }

    List<String> remarks() {
      List<String> keys = new ArrayList<>();
      recognition.remarks().forEach(r -> keys.add(r.key() + r.arguments()));
      if (normalised != null) {
        normalised.remarks().forEach(r -> keys.add(r.key() + r.arguments()));
      }
      return keys;
    }
  }

  Door(Path folder) {
    this.folder = folder;
  }

  /** A list of pays with one line, given some of its fields. */
  static String list(String person, String entry, String days, String gross) {
    return TITLES + "E1;2026-02;%s;KABORE;%s;;%s;%s\n".formatted(person, entry, days, gross);
  }

  /** The first line of a person, of a file that was read. */
  static String line(Result result) {
    assertThat(result.question()).isNull();
    return result.lines().get(1);
  }

  Door in(Currency other) {
    currency = other;
    return this;
  }

  /** With a sender's mapping. */
  Door with(String name, String yaml) throws IOException {
    Workspace workspace = new Workspace(folder.resolve("home"));
    Files.createDirectories(workspace.senders());
    Files.writeString(workspace.senders().resolve(name + ".yaml"), yaml);
    formats = Formats.load(workspace);
    return this;
  }

  Result text(String name, FileKind kind, String content) throws IOException {
    return bytes(name, kind, content.getBytes(StandardCharsets.UTF_8));
  }

  Result text(String name, String content, Charset encoding) throws IOException {
    return bytes(name, FileKind.DECLARATION, content.getBytes(encoding));
  }

  Result text(String name, String content) throws IOException {
    return text(name, FileKind.DECLARATION, content);
  }

  /** A file beside this class. */
  Result golden(String name) throws IOException {
    try (var in = Door.class.getResourceAsStream("/received/" + name)) {
      return bytes(name, FileKind.DECLARATION, in.readAllBytes());
    }
  }

  Result bytes(String name, FileKind kind, byte[] content) throws IOException {
    Path file = Files.write(folder.resolve("content"), content);
    FrontDoor door = new FrontDoor(formats, currency);
    Recognition recognition = door.recognise(file, name, kind, "");
    if (recognition.question() != null || recognition.own()) {
      return new Result(recognition, null, List.of(), List.of());
    }
    Path canonical = folder.resolve("canonical.csv");
    Path map = folder.resolve("map");
    Normalised normalised = door.normalise(file, recognition, canonical, map);
    if (normalised.question() != null) {
      return new Result(recognition, normalised, List.of(), List.of());
    }
    List<String> lines = Files.readAllLines(canonical);
    List<String> sources = new ArrayList<>();
    try (SourceMap source = new SourceMap(map)) {
      for (int line = 2; line <= lines.size(); line++) {
        source.seek(line);
        sources.add(source.lineNo() + ": " + source.raw());
      }
    }
    return new Result(recognition, normalised, lines.subList(1, lines.size()), sources);
  }
}
