package org.caisse.app;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.caisse.config.format.FileKind;
import org.caisse.config.format.FormatDescription;
import org.caisse.config.format.Formats;
import org.caisse.config.format.NamePattern;
import org.caisse.config.format.SenderMapping;
import org.caisse.config.text.Language;
import org.caisse.config.text.yaml.Problem;
import org.caisse.config.workspace.Workspace;
import org.caisse.jobs.run.UsageException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** The forms in which files may come. */
@Command(
    name = "formats",
    description = "List, check and show formats and senders' mappings.",
    subcommands = {
      FormatsCommand.ListAll.class,
      FormatsCommand.Check.class,
      FormatsCommand.Show.class
    })
final class FormatsCommand implements Runnable {

  @ParentCommand private Caisse caisse;
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  /** Those of the workspace; the bundled ones where there is no workspace. */
  private Formats formats() {
    return Formats.load(workspace());
  }

  private Workspace workspace() {
    return new Workspace(caisse.home());
  }

  /** Lists formats and mappings. */
  @Command(name = "list", description = "List all formats, and the mappings of senders.")
  static final class ListAll implements Callable<Integer> {

    @ParentCommand private FormatsCommand command;
    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
      PrintWriter out = spec.commandLine().getOut();
      Formats formats = command.formats();
      Language language = command.caisse.language(Language.FR);
      List<Map<String, Object>> rows = new ArrayList<>();
      List<Map<String, Object>> senders = new ArrayList<>();
      for (FileKind kind : FileKind.values()) {
        for (FormatDescription format : formats.of(kind)) {
          Map<String, Object> row = new LinkedHashMap<>();
          row.put("format", format.id());
          row.put("files of", kind.name().toLowerCase(Locale.ROOT));
          row.put("is", format.titles().get(language));
          rows.add(row);
        }
        for (SenderMapping mapping : formats.mappings(kind)) {
          Map<String, Object> row = new LinkedHashMap<>();
          row.put("sender", mapping.name());
          row.put("format", mapping.format().id());
          row.put(
              "files",
              mapping.files().stream().map(NamePattern::toString).collect(Collectors.joining(" ")));
          senders.add(row);
        }
      }
      TextTable.print(out, rows);
      if (!senders.isEmpty()) {
        out.println();
        TextTable.print(out, senders);
      }
      return Caisse.DONE;
    }
  }

  /** Checks formats and mappings. */
  @Command(
      name = "check",
      description = "Check the workspace's formats (formats/*.json) and mappings (senders/*.yaml).")
  static final class Check implements Callable<Integer> {

    @ParentCommand private FormatsCommand command;
    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
      PrintWriter out = spec.commandLine().getOut();
      List<Problem> problems = Formats.check(command.workspace());
      for (Problem problem : problems) {
        out.println(problem.where() + ": " + problem.what());
        out.println("    " + problem.todo());
      }
      out.println(
          problems.isEmpty()
              ? "formats and mappings are in order"
              : "formats and mappings cannot be used, problems: " + problems.size());
      return problems.isEmpty() ? Caisse.DONE : Caisse.FAILED;
    }
  }

  /** Shows the description of a format. */
  @Command(
      name = "show",
      description = "Print a format's description, to publish: Table Schema, or its equal.")
  static final class Show implements Callable<Integer> {

    @ParentCommand private FormatsCommand command;
    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "FORMAT", description = "such as ci-cnps")
    private String format;

    @Override
    public Integer call() {
      String json =
          command
              .formats()
              .json(format)
              .orElseThrow(
                  () ->
                      new UsageException(
                          "there is no format '%s'; 'formats list' names them".formatted(format)));
      spec.commandLine().getOut().print(json);
      return Caisse.DONE;
    }
  }
}
