package org.caisse.app;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.caisse.domain.document.DocumentNumber;
import org.caisse.domain.document.DocumentSeries;
import org.caisse.domain.reject.RejectCode;
import org.caisse.jobs.document.RejectDocument;
import org.caisse.jobs.run.Sql;
import org.caisse.jobs.run.TakenFile;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the database says of files that were taken in, from arrival to effect; as machines read it.
 * Amounts are in minor units.
 */
final class FileView {

  private final Session session;
  private final JdbcClient sql;

  FileView(Session session) {
    this.session = session;
    this.sql = JdbcClient.create(session.environment().dataSource());
  }

  /**
   * Files, the latest first.
   *
   * @param name part of the name, or empty
   * @param day of receipt, or null
   */
  List<Map<String, Object>> list(String name, LocalDate day) {
    return list(name, day, 0);
  }

  private List<Map<String, Object>> list(String name, LocalDate day, int file) {
    return sql.sql(query("files"))
        .param("name", name)
        .param("day", day == null ? null : day.toString())
        .param("file", file)
        .query()
        .listOfRows();
  }

  /** Everything about one file. */
  Map<String, Object> page(TakenFile file) {
    Map<String, Object> line = list("", null, file.id()).getFirst();
    Map<String, Object> head = rows("file-head", file).getFirst();
    Map<String, Object> page = new LinkedHashMap<>();
    page.put("file", file.id());
    page.put("label", file.label());
    page.put("name", file.name());
    page.put("kind", file.kind());
    page.put("state", line.get("state"));
    page.put("received_on", file.receivedOn().toString());
    page.put("bytes", file.bytes());
    page.put("sha256", file.sha256());
    Map<String, Object> run = new LinkedHashMap<>();
    run.put("id", file.runId());
    run.put("run", file.run().label());
    run.put("status", file.runStatus().name());
    run.put("by", head.get("by"));
    page.put("run", run);
    page.put("acknowledgement", head.get("acknowledgement"));
    page.put("read", reading(head));
    page.put("counts", counts(head));
    List<Map<String, Object>> refusals = refusals(file);
    page.put("refusals", refusals);
    page.put("reject_file", rejectFile(file, refusals, head));
    page.put("declarations", declarations(file));
    page.put("related", rows("file-related", file));
    page.put("withdrawal", withdrawal(file, head.get("notice")));
    page.put("effect", effect(file));
    page.put("stands", rows("file-stands", file));
    return page;
  }

  /** Null before it was read. */
  private static Map<String, Object> reading(Map<String, Object> head) {
    if (head.get("form") == null) {
      return null;
    }
    Map<String, Object> read = part(head, "own", "form", "format", "mapping", "sender", "encoding");
    read.putAll(part(head, "separator", "decimal_mark", "thousands_mark", "date_order", "sheet"));
    read.put("facts", Json.value(String.valueOf(head.get("facts"))));
    read.put("remarks", Json.value(String.valueOf(head.get("remarks"))));
    read.put("formats_sha256", head.get("formats_sha256"));
    int code = ((Number) head.get("question_code")).intValue();
    if (code != 0) {
      Map<String, Object> question =
          part(head, "question_line", "question_column", "question_value", "question_answer");
      question.put("code", code);
      question.put("name", RejectCode.ofNumber(code).name());
      read.put("question", question);
    }
    return read;
  }

  /** Null before it was read to its end. */
  private static Map<String, Object> counts(Map<String, Object> head) {
    if (head.get("file_lines") == null) {
      return null;
    }
    Map<String, Object> counts =
        part(head, "file_lines", "declarations", "filed", "refused_declarations", "repeated");
    counts.putAll(part(head, "person_lines", "accepted", "rejected", "repeated_lines"));
    counts.putAll(part(head, "unreadable_amounts", "gross_minor", "accepted_gross_minor"));
    counts.put("versions", head.get("versions"));
    return counts;
  }

  private List<Map<String, Object>> refusals(TakenFile file) {
    List<Map<String, Object>> refusals = rows("file-refusals", file);
    for (Map<String, Object> refusal : refusals) {
      int code = ((Number) refusal.get("code")).intValue();
      refusal.put("name", RejectCode.ofNumber(code).name());
    }
    return refusals;
  }

  private String rejectFile(
      TakenFile file, List<Map<String, Object>> refusals, Map<String, Object> head) {
    Number question = (Number) head.get("question_code");
    if (refusals.isEmpty() && (question == null || question.intValue() == 0)) {
      return null;
    }
    Path outbox = session.environment().workspace().outbox().resolve(file.run().label());
    return RejectDocument.shown(outbox).toString();
  }

  private List<Map<String, Object>> declarations(TakenFile file) {
    List<Map<String, Object>> declarations = rows("file-declarations", file);
    for (Map<String, Object> declaration : declarations) {
      Object code = declaration.get("code");
      if (code != null) {
        declaration.put("refusal", RejectCode.ofNumber(((Number) code).intValue()).name());
      }
    }
    return declarations;
  }

  private static Map<String, Object> withdrawal(TakenFile file, Object notice) {
    TakenFile.Withdrawal withdrawal = file.withdrawal();
    if (withdrawal == null) {
      return null;
    }
    Map<String, Object> said = new LinkedHashMap<>();
    said.put("on", withdrawal.on().toString());
    said.put("by", withdrawal.author());
    said.put("reason", withdrawal.reason());
    said.put("run", withdrawal.runId());
    said.put("status", withdrawal.runStatus().name());
    said.put("notice", notice);
    return said;
  }

  /** One element per run, month and what happened there, with its amounts and documents. */
  private List<Map<String, Object>> effect(TakenFile file) {
    List<Map<String, Object>> rows = new ArrayList<>(rows("file-effect", file));
    rows.addAll(rows("file-effect-persons", file));
    Map<List<Object>, Map<String, Object>> steps = new LinkedHashMap<>();
    for (Map<String, Object> row : rows) {
      List<Object> key = List.of(row.get("run_id"), row.get("period"), row.get("what"));
      Map<String, Object> step =
          steps.computeIfAbsent(
              key,
              _ -> {
                Map<String, Object> made =
                    part(row, "what", "run_id", "run", "status", "day", "period");
                made.putAll(part(row, row.containsKey("persons") ? "persons" : "employers"));
                made.put("amounts", new ArrayList<Map<String, Object>>());
                made.put("documents", new ArrayList<Map<String, Object>>());
                return made;
              });
      if (row.get("payer") != null) {
        parts(step, "amounts")
            .add(part(row, "component", "payer", "posted_minor", "reversed_minor"));
      }
    }
    documents(file, List.copyOf(steps.values()));
    return List.copyOf(steps.values());
  }

  private void documents(TakenFile file, List<Map<String, Object>> steps) {
    Integer[] runs =
        steps.stream().map(step -> (Integer) step.get("run_id")).toArray(Integer[]::new);
    for (Map<String, Object> range :
        sql.sql(query("file-documents"))
            .param("file", file.id())
            .param("runs", runs)
            .query()
            .listOfRows()) {
      Map<String, Object> said = new LinkedHashMap<>();
      said.put("first", number(range, "first"));
      said.put("last", number(range, "last"));
      said.put("documents", range.get("documents"));
      steps.stream()
          .filter(step -> Objects.equals(step.get("run_id"), range.get("run_id")))
          .filter(step -> Objects.equals(step.get("period"), range.get("period")))
          .filter(step -> Objects.equals(step.get("what"), range.get("what")))
          .findFirst()
          .ifPresent(step -> parts(step, "documents").add(said));
    }
  }

  private static String number(Map<String, Object> range, String which) {
    return new DocumentNumber(
            DocumentSeries.valueOf(String.valueOf(range.get("series"))),
            (Integer) range.get("year"),
            (Integer) range.get(which))
        .toString();
  }

  private List<Map<String, Object>> rows(String query, TakenFile file) {
    return sql.sql(query(query)).param("file", file.id()).query().listOfRows();
  }

  private static Map<String, Object> part(Map<String, Object> row, String... names) {
    Map<String, Object> part = new LinkedHashMap<>();
    for (String name : names) {
      part.put(name, row.get(name));
    }
    return part;
  }

  /** A list within what a page says. */
  @SuppressWarnings("unchecked") // every list of this class holds such maps
  static List<Map<String, Object>> parts(Map<String, Object> whole, String name) {
    return (List<Map<String, Object>>) whole.get(name);
  }

  private static String query(String name) {
    return Sql.of(FileView.class, name);
  }
}
