package org.caisse.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.caisse.config.text.Language;
import org.caisse.domain.claim.CareBook;
import org.caisse.domain.claim.ExplainLine;
import org.caisse.domain.claim.LineExplanation;
import org.caisse.domain.claim.PricedAct;
import org.caisse.domain.pack.Law;
import org.caisse.jobs.replay.ArchivedHouseholds;
import org.caisse.jobs.run.ContentStore;
import org.caisse.jobs.run.RunKey;
import org.caisse.jobs.run.Sql;
import org.caisse.jobs.run.UsageException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A line of an invoice: as it came, what was decided of it when, and why. */
final class LineView {

  /** The first bytes of a workbook, whose rows are no lines of text. */
  private static final String ZIP = "PK";

  private final Session session;
  private final Language language;
  private final JdbcClient sql;

  /**
   * A line that was found.
   *
   * @param place where it came from
   * @param raw the line of the file, or empty when it is none of text
   * @param revisions what was decided, the last one last
   * @param law under which it was decided last; null when nothing was
   * @param explanation null when nothing was decided, or it counts no more
   * @param registry the rows from which its price comes
   */
  record Line(
      Map<String, Object> place,
      String raw,
      List<Map<String, Object>> revisions,
      Law law,
      LineExplanation explanation,
      List<Map<String, Object>> registry) {}

  LineView(Session session, Language language) {
    this.session = session;
    this.language = language;
    this.sql = JdbcClient.create(session.environment().dataSource());
  }

  /** Shows a line, for people or programs: what was decided of it, or why the intake refused it. */
  void show(PrintWriter out, String provider, String invoice, int version, int no, boolean json) {
    List<Map<String, Object>> taken = query("explain-line", provider, invoice, version, no);
    List<Map<String, Object>> refused =
        taken.isEmpty() ? query("explain-refused", provider, invoice, version, no) : List.of();
    if (!refused.isEmpty()) {
      Map<String, Object> one = refused.getFirst();
      RefusedLinePage page = new RefusedLinePage(session, language, one, raw(one));
      if (json) {
        out.println(Json.text(page.json()));
      } else {
        page.print(out);
      }
      return;
    }
    Line line = line(taken, provider, invoice, no);
    if (json) {
      out.println(Json.text(json(line)));
    } else {
      new LinePage(out, session, language, line).print();
    }
  }

  private List<Map<String, Object>> query(
      String name, String provider, String invoice, int version, int no) {
    return sql.sql(Sql.of(LineView.class, name))
        .param("provider", provider)
        .param("invoice", invoice)
        .param("version", version)
        .param("line", no)
        .query()
        .listOfRows();
  }

  private Line line(List<Map<String, Object>> taken, String provider, String invoice, int no) {
    Map<String, Object> place =
        taken.stream()
            .findFirst()
            .orElseThrow(
                () ->
                    new UsageException(
                        "provider %s has no line %d in an invoice %s that was taken in: `caisse files` lists the files, their rejects say what was not"
                            .formatted(provider, no, invoice)));
    List<Map<String, Object>> revisions =
        sql.sql(Sql.of(LineView.class, "explain-revisions"))
            .param("line", place.get("claim_line_id"))
            .query()
            .listOfRows();
    long lineId = ((Number) place.get("claim_line_id")).longValue();
    Optional<ArchivedHouseholds.Found> found =
        revisions.isEmpty() ? Optional.empty() : household(revisions.getLast());
    LineExplanation explanation =
        found
            .flatMap(one -> ExplainLine.of(one.household(), lineId, new CareBook(one.law())))
            .orElse(null);
    return new Line(
        place,
        raw(place),
        revisions,
        found.map(ArchivedHouseholds.Found::law).orElse(null),
        explanation,
        explanation == null || explanation.line().act() == null
            ? List.of()
            : registry(explanation, revisions.getLast()));
  }

  private List<Map<String, Object>> registry(
      LineExplanation explanation, Map<String, Object> revision) {
    PricedAct act = explanation.line().act();
    return sql.sql(Sql.of(LineView.class, "explain-price"))
        .param("job", revision.get("job"))
        .param("scope", revision.get("scope"))
        .param("seq", revision.get("seq"))
        .param("medicine", act.medicine())
        .param("code", act.code())
        .param("from", act.from())
        .param("letter", act.letter())
        .param("unit", act.unitMinor())
        .param("day", explanation.line().careOn())
        .query()
        .listOfRows();
  }

  /** What the run saw that decided last; nothing while it is under way. */
  private Optional<ArchivedHouseholds.Found> household(Map<String, Object> revision) {
    RunKey key =
        new RunKey(
            (String) revision.get("job"),
            (String) revision.get("scope"),
            (Integer) revision.get("seq"));
    return ArchivedHouseholds.find(
        session.environment().workspace(), key, (String) revision.get("household_no"));
  }

  private String raw(Map<String, Object> place) {
    Path file =
        new ContentStore(session.environment().workspace(), session.environment().failPoint())
            .path((String) place.get("sha256"));
    int line = (Integer) place.get("line_no");
    try (Stream<String> lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
      List<String> first = lines.limit(line).toList();
      if (first.size() < line || first.getFirst().startsWith(ZIP)) {
        return "";
      }
      return new String(
          first.getLast().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("file " + file + " cannot be read", e);
    }
  }

  private Map<String, Object> json(Line line) {
    Map<String, Object> all = new LinkedHashMap<>(line.place());
    all.put("raw", line.raw());
    all.put("decisions", line.revisions());
    all.put("explanation", line.explanation());
    all.put("registry", line.registry());
    if (line.explanation() != null) {
      all.put("words", new LinePage(null, session, language, line).words());
    }
    return all;
  }
}
