package org.caisse.jobs.received;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.caisse.domain.reject.Reject;
import org.caisse.domain.reject.RejectCode;
import org.caisse.jobs.run.FrozenFile;
import org.caisse.jobs.run.RejectRows;
import org.caisse.jobs.run.RunContext;
import org.caisse.jobs.run.Sql;
import org.caisse.readers.received.FileForm;
import org.caisse.readers.received.Normalised;
import org.caisse.readers.received.Recognition;
import org.caisse.readers.received.Remark;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Rows of {@code file_recognition}. */
final class RecognitionRows {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String INSERT = Sql.of(RecognitionRows.class, "insert-recognition");
  private static final String SELECT = Sql.of(RecognitionRows.class, "select-recognition");

  private final RunContext run;

  RecognitionRows(RunContext run) {
    this.run = run;
  }

  Optional<Recognised> find(FrozenFile file) {
    return run.sql()
        .sql(SELECT)
        .param("file", file.id())
        .query(RecognitionRows::recognised)
        .optional();
  }

  /**
   * @param normalised null when nothing was
   * @param mapSha256 of the source map; null when there is none
   * @param remarks everything that the sender is told
   * @param refusal why the file is refused, or null
   */
  void insert(
      FrozenFile file,
      Recognition recognition,
      Normalised normalised,
      String mapSha256,
      List<Remark> remarks,
      Reject refusal) {
    boolean canonical = normalised != null && refusal == null;
    run.sql()
        .sql(INSERT)
        .param("file", file.id())
        .param("run", run.run().id())
        .param("own", recognition.own())
        .param("form", recognition.form().name())
        .param("format", recognition.format())
        .param("mapping", recognition.mapping())
        .param("encoding", recognition.encoding())
        .param("alsoFits", String.join(",", recognition.alsoFits()))
        .param("separator", recognition.separator())
        .param("decimalMark", recognition.decimalMark())
        .param("thousandsMark", recognition.thousandsMark())
        .param("dateOrder", recognition.dateOrder())
        .param("sheet", RejectRows.shortened(recognition.sheet()))
        .param("titleRow", recognition.titleRow())
        .param("facts", json(new TreeMap<>(recognition.facts())))
        .param("remarks", json(remarks))
        .param("questionCode", refusal == null ? 0 : refusal.code().number())
        .param("questionLine", refusal == null ? 0 : refusal.lineNo())
        .param("questionColumn", refusal == null ? "" : RejectRows.shortened(refusal.field()))
        .param("questionValue", refusal == null ? "" : RejectRows.shortened(refusal.value()))
        .param("questionAnswer", refusal == null ? "" : RejectRows.shortened(refusal.expected()))
        .param("canonicalSha256", canonical ? normalised.sha256() : null)
        .param("mapSha256", canonical ? mapSha256 : null)
        .param("rows", canonical ? normalised.rows() : 0)
        .param("blankRows", canonical ? normalised.blankRows() : 0)
        .param("otherRows", canonical ? normalised.otherRows() : 0)
        .param("records", canonical ? normalised.records() : 0)
        .param("addedLines", canonical ? normalised.addedLines() : 0)
        .update();
  }

  private static Recognised recognised(ResultSet row, int n) throws SQLException {
    int code = row.getInt("question_code");
    Reject refusal =
        code == 0
            ? null
            : new Reject(
                row.getInt("question_line"),
                RejectCode.ofNumber(code),
                row.getString("question_column"),
                row.getString("question_value"),
                row.getString("question_answer"));
    String sha256 = row.getString("canonical_sha256");
    Recognised.Canonical canonical =
        sha256 == null
            ? null
            : new Recognised.Canonical(
                sha256,
                row.getString("map_sha256"),
                row.getLong("rows"),
                row.getLong("blank_rows"),
                row.getLong("records"),
                row.getLong("added_lines"));
    return new Recognised(
        FileForm.valueOf(row.getString("form")),
        row.getString("format"),
        row.getString("mapping"),
        row.getString("encoding"),
        row.getString("separator"),
        row.getString("decimal_mark"),
        row.getString("thousands_mark"),
        row.getString("date_order"),
        row.getString("sheet"),
        JSON.readValue(row.getString("facts"), new TypeReference<Map<String, String>>() {}),
        JSON.readValue(row.getString("remarks"), new TypeReference<List<Remark>>() {}),
        refusal,
        canonical);
  }

  /** The database has no place for the character NUL. */
  private static String json(Object value) {
    return JSON.writeValueAsString(value).replace("\\u0000", "\\uFFFD");
  }
}
