package org.caisse.config.format;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.caisse.config.archive.NamedFiles;
import org.caisse.config.archive.Recent;
import org.caisse.config.text.yaml.Problem;
import org.caisse.config.text.yaml.Problems;
import org.caisse.config.workspace.Workspace;

/**
 * All formats in which files may come: the bundled descriptions, those that the fund adds, and what
 * each sender does differently. A run freezes them as it freezes the law: {@link #toText()} is
 * archived under {@link #sha256()}, {@link #fromText} gives the same formats again.
 */
public final class Formats {

  private static final String TITLE = "caisse-formats 1";
  private static final String DESCRIPTIONS = "formats/";
  private static final String MAPPINGS = "senders/";
  private static final long MAX_FILE_BYTES = 1L << 20;
  private static final int MAX_FILES = 10_000;

  private static final List<String> BUNDLED =
      List.of(
          "caisse-declarations",
          "caisse-lines",
          "caisse-rejects",
          "caisse-ogds",
          "caisse-employers",
          "caisse-persons",
          "caisse-receipts",
          "caisse-remittances",
          "caisse-opening-balances",
          "caisse-earlier-contributions",
          "caisse-earlier-rights",
          "caisse-take-on-control",
          "caisse-expected",
          "caisse-identifiers",
          "caisse-providers",
          "caisse-conventions",
          "caisse-dependants",
          "caisse-statuses",
          "caisse-acts",
          "caisse-crosswalks",
          "caisse-tariffs",
          "caisse-medicines",
          "caisse-agreements",
          "caisse-invoices",
          "caisse-invoice-rejects",
          "ci-cnps",
          "bj-cnss",
          "bf-cnss-bnts",
          "ma-cnss-bds",
          "ma-cnss-bds-complement");

  /** By hash of all files: most runs take in what is in the formats of the run before. */
  private static final Recent<String, Formats> RECENT = new Recent<>();

  private final NamedFiles files;
  private final List<FormatDescription> descriptions;
  private final List<SenderMapping> mappings;

  private Formats(
      NamedFiles files, List<FormatDescription> descriptions, List<SenderMapping> mappings) {
    this.files = files;
    this.descriptions = List.copyOf(descriptions);
    this.mappings = List.copyOf(mappings);
  }

  /** The bundled descriptions alone. */
  public static Formats bundled() {
    return usable(new NamedFiles(TITLE, bundledFiles()));
  }

  /**
   * The bundled descriptions, those of the workspace ({@code formats/*.json}, which replace bundled
   * ones of the same name) and its sender mappings ({@code senders/*.yaml}).
   *
   * @throws FormatException listing everything that is wrong
   */
  public static Formats load(Workspace workspace) {
    Problems problems = new Problems();
    Map<String, byte[]> contents = bundledFiles();
    contents.putAll(read(workspace.formats(), DESCRIPTIONS, ".json", problems));
    contents.putAll(read(workspace.senders(), MAPPINGS, ".yaml", problems));
    NamedFiles files = new NamedFiles(TITLE, contents);
    return problems.hasErrors() ? of(files, problems) : usable(files);
  }

  /** Everything that is wrong or doubtful with the formats of a workspace; empty when in order. */
  public static List<Problem> check(Workspace workspace) {
    try {
      load(workspace);
      return List.of();
    } catch (FormatException e) {
      return e.problems();
    }
  }

  /** All of them as one text, to be archived: the same formats always give the same bytes. */
  public byte[] toBytes() {
    return files.toBytes();
  }

  /**
   * The formats of what {@link #toBytes()} gave.
   *
   * @throws IllegalArgumentException when it is anything else
   * @throws FormatException when this version cannot use them
   */
  public static Formats fromBytes(byte[] bytes) {
    return usable(NamedFiles.fromBytes(TITLE, bytes));
  }

  /** {@link #toBytes()} as text; all of it is UTF-8. */
  public String toText() {
    return new String(toBytes(), StandardCharsets.UTF_8);
  }

  /** The formats of what {@link #toText()} gave; see {@link #fromBytes}. */
  public static Formats fromText(String text) {
    return fromBytes(text.getBytes(StandardCharsets.UTF_8));
  }

  /** SHA-256 of {@link #toBytes()}, in lower-case hexadecimal. */
  public String sha256() {
    return files.sha256();
  }

  /** The formats in which files of a kind may come, by id. */
  public List<FormatDescription> of(FileKind kind) {
    return descriptions.stream().filter(d -> d.kind() == kind).toList();
  }

  /** The mappings of senders of a kind of files, by name. */
  public List<SenderMapping> mappings(FileKind kind) {
    return mappings.stream().filter(mapping -> mapping.format().kind() == kind).toList();
  }

  /** The format of an id. */
  public Optional<FormatDescription> description(String id) {
    return descriptions.stream().filter(d -> d.id().equals(id)).findFirst();
  }

  /** The description of a format as it is written, to be published. */
  public Optional<String> json(String id) {
    return Optional.ofNullable(files.content(DESCRIPTIONS + id + ".json"))
        .map(content -> new String(content, StandardCharsets.UTF_8));
  }

  /** The format of a kind that is already canonical. */
  public FormatDescription own(FileKind kind) {
    return description(kind.ownFormat())
        .orElseThrow(() -> new IllegalStateException("no format " + kind.ownFormat()));
  }

  private static Formats usable(NamedFiles files) {
    return RECENT.get(files.sha256(), sha256 -> of(files, new Problems()));
  }

  private static Formats of(NamedFiles files, Problems problems) {
    List<FormatDescription> descriptions = new ArrayList<>();
    for (String name : files.names()) {
      if (name.startsWith(DESCRIPTIONS)) {
        new FormatReader(name, problems).read(files.content(name)).ifPresent(descriptions::add);
      }
    }
    List<SenderMapping> mappings = new ArrayList<>();
    for (String name : files.names()) {
      if (name.startsWith(MAPPINGS)) {
        new MappingReader(name, descriptions, problems)
            .read(files.content(name))
            .ifPresent(mappings::add);
      }
    }
    if (problems.hasErrors()) {
      throw new FormatException(problems.errors());
    }
    return new Formats(files, descriptions, mappings);
  }

  private static Map<String, byte[]> bundledFiles() {
    Map<String, byte[]> contents = new TreeMap<>();
    for (String id : BUNDLED) {
      String resource = "/formats/" + id + ".json";
      try (InputStream in = Formats.class.getResourceAsStream(resource)) {
        if (in == null) {
          throw new FileNotFoundException("the program has no file " + resource);
        }
        contents.put(DESCRIPTIONS + id + ".json", in.readAllBytes());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return contents;
  }

  private static Map<String, byte[]> read(
      Path folder, String prefix, String ending, Problems problems) {
    Map<String, byte[]> contents = new TreeMap<>();
    if (!Files.isDirectory(folder)) {
      return contents;
    }
    try (Stream<Path> paths = Files.list(folder)) {
      for (Path path : paths.sorted().limit(MAX_FILES).toList()) {
        String name = path.getFileName().toString();
        if (!name.endsWith(ending) || name.startsWith(".") || !Files.isRegularFile(path)) {
          continue;
        }
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
          problems.error(
              prefix + name, 0, "the file's name is no plain name", "use a-z, 0-9, '.', '_', '-'");
        } else if (Files.size(path) > MAX_FILE_BYTES) {
          problems.error(prefix + name, 0, "the file is larger than 1 MB", "is it the right one?");
        } else {
          contents.put(prefix + name, Files.readAllBytes(path));
        }
      }
    } catch (IOException e) {
      problems.error(
          prefix,
          0,
          "the folder " + folder + " cannot be read (" + e.getClass().getSimpleName() + ")",
          "check that it may be read");
    }
    return contents;
  }
}
