package org.caisse.app;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.caisse.app.ValidationRejects.Checked;
import org.caisse.config.format.FileKind;
import org.caisse.config.format.FormatException;
import org.caisse.config.format.Formats;
import org.caisse.config.pack.BundledPacks;
import org.caisse.config.pack.PackException;
import org.caisse.config.pack.PackLoader;
import org.caisse.config.settings.SettingsException;
import org.caisse.config.settings.SettingsLoader;
import org.caisse.config.text.Language;
import org.caisse.config.workspace.Workspace;
import org.caisse.domain.pack.FundSettings;
import org.caisse.domain.pack.Law;
import org.caisse.domain.pack.Pack;
import org.caisse.domain.pack.Parameter;
import org.caisse.domain.pack.Population;
import org.caisse.domain.reject.RejectCode;
import org.caisse.jobs.declaration.ValidateDeclarations;
import org.caisse.jobs.invoice.ValidateInvoices;
import org.caisse.readers.received.FrontDoor;
import org.caisse.readers.received.Question;
import org.caisse.writers.document.Letterhead;
import org.caisse.writers.document.RejectForm;
import org.caisse.writers.file.FileName;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Checks files of declarations or invoices before they are sent, without a database: what {@link
 * ValidateCommand} and {@link ValidateMain} do.
 */
final class FileValidation {

  private static final String DECLARATIONS = "declarations";
  private static final String INVOICES = "invoices";
  private static final int DONE = 0;
  private static final int DONE_WITH_REJECTS = 1;

  private final Options options;
  private final Path home;
  private final Language language;
  private final boolean json;
  private final CommandLine line;

  /** What may be asked. */
  static final class Options {

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "CSV, XLSX or fixed width")
    private List<Path> files;

    @Option(names = "--sender", defaultValue = "", description = "mapping of the sender to apply")
    private String sender;

    @Option(
        names = "--kind",
        paramLabel = "declarations|invoices",
        description = "what the files are (default: what their columns say)")
    private String kind;

    @Option(
        names = "--pack",
        description = "the scheme (default: the workspace's, or bf-amu where there is none)")
    private String packId;

    @Option(
        names = "--population",
        paramLabel = "CODE",
        description = "whom the declarations concern (default: the scheme's first declared one)")
    private String population;

    @Option(names = "--on", paramLabel = "DATE", description = "day of sending (default: today)")
    private String on;

    @Option(
        names = "--out",
        paramLabel = "DIR",
        description = "where the reject files go (default: beside each file)")
    private Path out;
  }

  /**
   * @param home workspace whose packs, formats and senders apply, if there is one there
   * @param line for its output, and for what is asked wrongly
   */
  FileValidation(Options options, Path home, Language language, boolean json, CommandLine line) {
    this.options = options;
    this.home = home.toAbsolutePath().normalize();
    this.language = language;
    this.json = json;
    this.line = line;
  }

  /**
   * Validates the files.
   *
   * @return exit code
   */
  int run() throws IOException {
    Path work = Files.createTempDirectory("caisse-validate");
    try {
      Law law = law(work.resolve("packs"));
      Formats formats = hasWorkspace() ? Formats.load(new Workspace(home)) : Formats.bundled();
      int exit = DONE;
      for (Path file : options.files) {
        if (!Files.isRegularFile(file)) {
          throw wrong("there is no file " + file);
        }
        exit = Math.max(exit, validate(file, formats, law, work));
      }
      return exit;
    } catch (PackException | SettingsException | FormatException e) {
      throw wrong(e.getMessage());
    } finally {
      delete(work);
    }
  }

  private int validate(Path file, Formats formats, Law law, Path work) throws IOException {
    Letterhead letterhead =
        new Letterhead(
            law.settings().fundName(), Letterhead.Mark.NONE, language, law.pack().currency());
    Path folder = options.out == null ? file.toAbsolutePath().getParent() : options.out;
    Files.createDirectories(folder);
    RejectForm.Kind kind = kind(file, new FrontDoor(formats, law.pack().currency()));
    ValidationRejects rejects =
        new ValidationRejects(
            kind,
            folder,
            FileName.safe(file.getFileName().toString()),
            letterhead,
            day(),
            law.settings().workbooks());
    Path each = Files.createDirectory(work.resolve("file"));
    Checked checked;
    try {
      checked = rejects.write(each, form -> check(kind, file, formats, law, each, form));
    } finally {
      delete(each);
    }
    ValidationPage page = new ValidationPage(line.getOut(), language, law.pack().currency());
    if (json) {
      line.getOut().println(Json.text(page.json(file, checked)));
    } else {
      page.print(file, checked, formats);
    }
    return checked.rows() == 0 ? DONE : DONE_WITH_REJECTS;
  }

  private ValidatedFile check(
      RejectForm.Kind kind, Path file, Formats formats, Law law, Path work, RejectForm form)
      throws IOException {
    if (kind == RejectForm.Kind.INVOICES) {
      return ValidatedFile.of(
          new ValidateInvoices(formats, law.pack().currency(), day())
              .validate(file, options.sender, work, form::append));
    }
    return ValidatedFile.of(
        new ValidateDeclarations(formats, law, day(), population(law.pack()))
            .validate(file, options.sender, work, form::append));
  }

  /**
   * What a file is about: what is said, else what its columns say. Where neither kind fits, the one
   * of which more is found; declarations, when that is none.
   */
  private RejectForm.Kind kind(Path file, FrontDoor door) throws IOException {
    if (options.kind != null) {
      return switch (options.kind) {
        case DECLARATIONS -> RejectForm.Kind.DECLARATIONS;
        case INVOICES -> RejectForm.Kind.INVOICES;
        default ->
            throw wrong("--kind %s: %s or %s".formatted(options.kind, DECLARATIONS, INVOICES));
      };
    }
    Question declarations = question(door, file, FileKind.DECLARATION);
    if (declarations == null) {
      return RejectForm.Kind.DECLARATIONS;
    }
    Question invoices = question(door, file, FileKind.INVOICES);
    boolean nothing = declarations.code() == RejectCode.HEADER_UNKNOWN;
    return invoices == null || (nothing && invoices.code() != RejectCode.HEADER_UNKNOWN)
        ? RejectForm.Kind.INVOICES
        : RejectForm.Kind.DECLARATIONS;
  }

  private Question question(FrontDoor door, Path file, FileKind kind) throws IOException {
    return door.recognise(file, file.getFileName().toString(), kind, options.sender).question();
  }

  /** The law of the workspace, or a bundled one with nothing set by a fund: no amount is shown. */
  private Law law(Path folder) throws IOException {
    Workspace workspace = new Workspace(home);
    String ofWorkspace = hasWorkspace() ? SettingsLoader.packId(workspace.settings()) : "";
    if (hasWorkspace() && (options.packId == null || options.packId.equals(ofWorkspace))) {
      Pack pack = PackLoader.load(workspace.packs(), ofWorkspace);
      return new Law(pack, SettingsLoader.load(workspace.settings(), pack).fund());
    }
    BundledPacks.copyTo(folder);
    Pack pack = PackLoader.load(folder, options.packId == null ? "bf-amu" : options.packId);
    return new Law(pack, leastSettings(pack));
  }

  /**
   * What a fund would have to say is none, or the least that it may say: nothing is shown of it.
   */
  private static FundSettings leastSettings(Pack pack) {
    Map<String, Optional<BigDecimal>> values = new HashMap<>();
    for (Parameter parameter : pack.parameters().values()) {
      if (parameter.setByFund()) {
        BigDecimal least = parameter.min() == null ? BigDecimal.ZERO : parameter.min();
        values.put(parameter.name(), parameter.optional() ? Optional.empty() : Optional.of(least));
      }
    }
    return new FundSettings("", false, values, Map.of(), "");
  }

  private boolean hasWorkspace() {
    return Files.exists(new Workspace(home).settings());
  }

  private String population(Pack pack) {
    if (options.population == null) {
      return pack.populations().entrySet().stream()
          .filter(entry -> entry.getValue().basis() == Population.Basis.DECLARED)
          .map(Map.Entry::getKey)
          .sorted()
          .findFirst()
          .orElse("");
    }
    if (!pack.populations().containsKey(options.population)) {
      throw wrong(
          "--population %s: the scheme has %s"
              .formatted(
                  options.population,
                  String.join(", ", pack.populations().keySet().stream().sorted().toList())));
    }
    return options.population;
  }

  private LocalDate day() {
    if (options.on == null) {
      return LocalDate.now(ZoneId.systemDefault());
    }
    try {
      return LocalDate.parse(options.on);
    } catch (DateTimeException e) {
      throw wrong("--on %s is no date; write it like 2026-03-09".formatted(options.on));
    }
  }

  private CommandLine.ParameterException wrong(String message) {
    return new CommandLine.ParameterException(line, message);
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
