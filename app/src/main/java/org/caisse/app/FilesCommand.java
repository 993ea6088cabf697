package org.caisse.app;

import java.io.PrintWriter;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.caisse.config.text.Amounts;
import org.caisse.config.text.Language;
import org.caisse.config.text.Messages;
import org.caisse.jobs.run.UsageException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Lists files that were taken in. */
@Command(
    name = "files",
    description = "List the files that were taken in, the latest first, and what became of them.")
final class FilesCommand implements Callable<Integer> {

  private static final int WIDTH = 100;
  private static final int LEAST_NAME = 12;
  private static final int FORMAT = 12;

  @ParentCommand private Caisse caisse;
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "NAME",
      arity = "0..1",
      defaultValue = "",
      description = "only those whose name contains this")
  private String name;

  @Option(names = "--day", paramLabel = "DATE", description = "only those received on this day")
  private String day;

  @Override
  public Integer call() {
    LocalDate on = day();
    PrintWriter out = spec.commandLine().getOut();
    try (Session session = Session.open(caisse)) {
      List<Map<String, Object>> files = new FileView(session).list(name, on);
      if (caisse.json()) {
        out.println(Json.text(files));
        return Caisse.DONE;
      }
      Language language = caisse.language(session.environment().settings().language());
      Messages texts = Messages.of("files", language);
      if (files.isEmpty()) {
        out.println(texts.get("files.none"));
        return Caisse.DONE;
      }
      Amounts amounts = new Amounts(language, session.environment().law().pack().currency());
      List<Map<String, Object>> rows = new ArrayList<>();
      files.forEach(file -> rows.add(row(file, texts, amounts)));
      shorten(rows, texts.get("files.name"));
      TextTable.print(out, rows);
      return Caisse.DONE;
    }
  }

  /** Shortens long names, so that lines have at most {@value #WIDTH} columns. */
  private static void shorten(List<Map<String, Object>> rows, String column) {
    int longest =
        rows.stream().mapToInt(row -> FilePage.text(row, column).length()).max().orElse(0);
    int most = Math.max(LEAST_NAME, longest - Math.max(0, TextTable.width(rows) - WIDTH));
    rows.forEach(row -> row.put(column, shortened(FilePage.text(row, column), most)));
  }

  private static Map<String, Object> row(
      Map<String, Object> file, Messages texts, Amounts amounts) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put(texts.get("files.file"), file.get("id").toString());
    row.put(texts.get("files.day"), file.get("day"));
    row.put(texts.get("files.run"), file.get("run_id").toString());
    row.put(texts.get("files.name"), FilePage.text(file, "name"));
    String mapping = FilePage.text(file, "mapping");
    row.put(
        texts.get("files.read"),
        shortened(mapping.isEmpty() ? FilePage.text(file, "format") : mapping, FORMAT));
    row.put(texts.get("files.declarations"), count(file, "declarations", amounts));
    row.put(texts.get("files.lines"), count(file, "lines", amounts));
    row.put(texts.get("files.accepted"), count(file, "accepted", amounts));
    row.put(texts.get("files.refused"), count(file, "rejected", amounts));
    row.put(texts.get("files.state"), texts.get("state." + file.get("state")));
    return row;
  }

  private static String count(Map<String, Object> file, String name, Amounts amounts) {
    return file.get(name) == null ? "" : amounts.count(FilePage.number(file, name));
  }

  private static String shortened(String text, int most) {
    return text.length() <= most ? text : text.substring(0, most - 1) + "…";
  }

  private LocalDate day() {
    if (day == null) {
      return null;
    }
    try {
      return LocalDate.parse(day);
    } catch (DateTimeException e) {
      throw new UsageException("--day %s is no date; write it like 2026-03-09".formatted(day), e);
    }
  }
}
