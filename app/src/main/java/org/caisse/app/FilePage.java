package org.caisse.app;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.caisse.config.format.FormatDescription;
import org.caisse.config.format.Formats;
import org.caisse.config.text.Amounts;
import org.caisse.config.text.Language;
import org.caisse.config.text.Messages;
import org.caisse.config.text.RejectText;
import org.caisse.domain.reject.Reject;
import org.caisse.domain.reject.RejectCode;
import org.caisse.jobs.run.RunStore;

/** The page of a file for people: what {@link FileView} says, in their language. */
final class FilePage {

  private static final int WIDTH = 100;
  private static final int SHOWN = 20;
  private static final String FOUND_TOTALS = "received.totals.none";

  private final PrintWriter out;
  private final Session session;
  private final Messages texts;
  private final Messages documents;
  private final Messages messages;
  private final Amounts amounts;
  private final RejectText rejects;
  private final Language language;

  FilePage(PrintWriter out, Session session, Language language) {
    this.out = out;
    this.session = session;
    this.language = language;
    this.texts = Messages.of("files", language);
    this.documents = Messages.of("documents", language);
    this.messages = Messages.of(language);
    this.amounts = new Amounts(language, session.environment().law().pack().currency());
    this.rejects = new RejectText(language, session.environment().law().pack().currency());
  }

  /**
   * Prints a page.
   *
   * @param all whether every declaration is listed
   */
  void print(Map<String, Object> page, boolean all) {
    arrival(page);
    reading(part(page, "read"));
    lines(part(page, "counts"), text(page, "kind"));
    refusals(page);
    new FileDeclarations(out, texts, amounts)
        .print(FileView.parts(page, "declarations"), all ? Integer.MAX_VALUE : SHOWN, found(page));
    related(FileView.parts(page, "related"));
    withdrawal(part(page, "withdrawal"));
    new FileEffect(out, texts, documents, amounts).print(page);
    out.flush();
  }

  private void arrival(Map<String, Object> page) {
    out.println(texts.get("page.title", page.get("file"), page.get("name")));
    line("page.state", texts.get("page." + page.get("state")));
    line("page.kind", texts.get("kind." + page.get("kind")));
    line("page.received", amounts.date(LocalDate.parse(text(page, "received_on"))));
    line("page.size", texts.get("page.bytes", amounts.count(number(page, "bytes"))));
    line("page.sha256", page.get("sha256"));
    line("page.label", page.get("label"));
    Map<String, Object> run = part(page, "run");
    line("page.run", texts.get("page.run.of", run.get("id"), run.get("run"), run.get("by")));
    line("page.acknowledgement", page.get("acknowledgement"));
  }

  private void reading(Map<String, Object> read) {
    out.println(texts.get("page.reading"));
    if (read.isEmpty()) {
      wrapped("  ", texts.get("page.reading.none"));
      return;
    }
    line("page.format", format(read));
    line("page.sender", sender(read));
    part(read, "facts")
        .forEach(
            (name, value) -> wrapped("  ", texts.get("page.fact", name, String.valueOf(value))));
    for (Map<String, Object> remark : FileView.parts(read, "remarks")) {
      Object[] arguments = ((List<?>) remark.get("arguments")).toArray();
      wrapped("  ", messages.get(text(remark, "key"), arguments));
    }
    Map<String, Object> question = part(read, "question");
    if (!question.isEmpty()) {
      Reject reject =
          new Reject(
              (int) number(question, "question_line"),
              RejectCode.ofNumber((int) number(question, "code")),
              text(question, "question_column"),
              text(question, "question_value"),
              text(question, "question_answer"));
      wrapped("  ", texts.get("page.question", rejects.what(reject)));
      wrapped("    → ", rejects.todo(reject));
    }
  }

  /** As the descriptions name it that the run was frozen with. */
  private String format(Map<String, Object> read) {
    String id = text(read, "format");
    if (Boolean.TRUE.equals(read.get("own"))) {
      return texts.get("page.own");
    }
    Object sha256 = read.get("formats_sha256");
    Formats formats =
        sha256 == null
            ? Formats.bundled()
            : Formats.fromText(new RunStore(session.environment()).law(sha256.toString()));
    return formats
        .description(id)
        .map(FormatDescription::titles)
        .map(titles -> titles.get(language) + " (" + id + ")")
        .orElse(id);
  }

  private String sender(Map<String, Object> read) {
    if (!text(read, "sender").isEmpty()) {
      return texts.get("page.sender.chosen", read.get("sender"));
    }
    return text(read, "mapping").isEmpty()
        ? texts.get("page.sender.none")
        : texts.get("page.mapping", read.get("mapping"));
  }

  private void lines(Map<String, Object> counts, String kind) {
    if (counts.isEmpty()) {
      return;
    }
    boolean declared = kind.equals("declarations");
    out.println(texts.get("page.lines"));
    line("page.lines.file", amounts.count(number(counts, "file_lines")));
    line(
        switch (kind) {
          case "declarations" -> "page.lines.persons";
          case "invoices" -> "page.lines.invoices";
          default -> "page.lines.rows";
        },
        texts.get(
            "page.lines.of",
            amounts.count(number(counts, "person_lines")),
            amounts.count(number(counts, "accepted")),
            amounts.count(number(counts, "rejected")),
            amounts.count(number(counts, "repeated_lines"))));
    if (kind.equals("invoices")) {
      return;
    }
    if (!declared) {
      line(
          "page.versions",
          texts.get("page.versions.of", amounts.count(number(counts, "versions"))));
      return;
    }
    line(
        "page.pay",
        texts.get(
            "page.pay.of",
            amounts.money(number(counts, "gross_minor")),
            amounts.money(number(counts, "accepted_gross_minor"))));
    if (number(counts, "unreadable_amounts") > 0) {
      wrapped(
          "    ",
          texts.get("page.pay.unreadable", amounts.count(number(counts, "unreadable_amounts"))));
    }
  }

  private void refusals(Map<String, Object> page) {
    List<Map<String, Object>> refusals = FileView.parts(page, "refusals");
    if (!refusals.isEmpty()) {
      out.println(texts.get("page.refusals"));
    }
    for (Map<String, Object> refusal : refusals) {
      int code = (int) number(refusal, "code");
      Reject first =
          new Reject(
              (int) number(refusal, "first_line"),
              RejectCode.ofNumber(code),
              text(refusal, "field"),
              text(refusal, "value"),
              text(refusal, "expected"));
      out.println(
          "  "
              + texts.get(
                  "page.refusal",
                  amounts.count(number(refusal, "count")),
                  code,
                  first.code().name(),
                  amounts.count(first.lineNo())));
      wrapped("      ", rejects.what(first));
    }
    if (page.get("reject_file") != null) {
      out.println("  " + texts.get("page.rejects", page.get("reject_file")));
    }
  }

  /** Whether the totals of the headers are what was found, for want of others. */
  private static boolean found(Map<String, Object> page) {
    Map<String, Object> read = part(page, "read");
    return !read.isEmpty()
        && FileView.parts(read, "remarks").stream()
            .anyMatch(remark -> FOUND_TOTALS.equals(remark.get("key")));
  }

  private void related(List<Map<String, Object>> related) {
    if (related.isEmpty()) {
      return;
    }
    out.println(texts.get("page.related"));
    for (Map<String, Object> other : related) {
      out.println(
          "  %s  %s%s"
              .formatted(
                  other.get("label"),
                  other.get("name"),
                  Boolean.TRUE.equals(other.get("withdrawn"))
                      ? ", " + texts.get("related.withdrawn")
                      : ""));
      wrapped(
          "      ",
          texts.get(
              "related." + other.get("how"),
              amounts.count(number(other, "declarations")),
              amounts.count(number(other, "accepted")),
              amounts.count(number(other, "rejected")),
              amounts.money(number(other, "gross_minor"))));
    }
  }

  private void withdrawal(Map<String, Object> withdrawal) {
    if (withdrawal.isEmpty()) {
      return;
    }
    out.println(texts.get("page.withdrawal"));
    line("page.withdrawal.on", amounts.date(LocalDate.parse(text(withdrawal, "on"))));
    line("page.withdrawal.by", withdrawal.get("by"));
    line("page.withdrawal.why", withdrawal.get("reason"));
    line("page.withdrawal.run", withdrawal.get("run"));
    line("page.withdrawal.notice", withdrawal.get("notice"));
    if (!"COMPLETED".equals(withdrawal.get("status"))) {
      wrapped("  ", texts.get("page.withdrawal.pending"));
    }
  }

  private void line(String key, Object value) {
    if (value != null) {
      String name = "  %-20s".formatted(texts.get(key));
      wrapped(name, value.toString());
    }
  }

  private void wrapped(String before, String text) {
    wrapped(out, before, text);
  }

  /** Text in lines of at most {@value #WIDTH} columns; the later ones stand below the first. */
  static void wrapped(PrintWriter out, String before, String text) {
    StringBuilder line = new StringBuilder(before);
    boolean empty = true;
    for (String word : text.split(" ", -1)) {
      if (!empty && line.length() + 1 + word.length() > WIDTH) {
        out.println(line);
        line = new StringBuilder(" ".repeat(before.length()));
        empty = true;
      }
      line.append(empty ? "" : " ").append(word);
      empty = false;
    }
    out.println(line);
  }

  /** Something within what a page says; empty when there is none. */
  @SuppressWarnings("unchecked") // every object of a page is such a map
  private static Map<String, Object> part(Map<String, Object> whole, String name) {
    Object part = whole.get(name);
    return part == null ? Map.of() : (Map<String, Object>) part;
  }

  static String text(Map<String, Object> row, String name) {
    Object value = row.get(name);
    return value == null ? "" : value.toString();
  }

  static long number(Map<String, Object> row, String name) {
    return ((Number) row.get(name)).longValue();
  }
}
