package org.caisse.app;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.caisse.app.ValidationRejects.Checked;
import org.caisse.config.format.Formats;
import org.caisse.config.text.Amounts;
import org.caisse.config.text.Language;
import org.caisse.config.text.Messages;
import org.caisse.config.text.RejectText;
import org.caisse.domain.money.Currency;
import org.caisse.domain.reject.Reject;
import org.caisse.jobs.invoice.ValidateInvoices;
import org.caisse.jobs.received.SentFile;
import org.caisse.readers.received.Recognition;
import org.caisse.readers.received.Remark;

/** What a check of a file found, as people and programs read it. */
final class ValidationPage {

  private final PrintWriter terminal;
  private final Messages messages;
  private final Amounts amounts;
  private final RejectText texts;
  private final Language language;

  ValidationPage(PrintWriter terminal, Language language, Currency currency) {
    this.terminal = terminal;
    this.language = language;
    this.messages = Messages.of(language);
    this.amounts = new Amounts(language, currency);
    this.texts = new RejectText(language, currency);
  }

  void print(Path file, Checked checked, Formats formats) {
    ValidatedFile found = checked.found();
    terminal.println(file.getFileName());
    formats
        .description(found.file().recognition().format())
        .ifPresent(format -> say("  ", "validate.format", format.titles().get(language)));
    for (Remark remark : remarks(found.file())) {
      say("  ", remark.key(), remark.arguments().toArray());
    }
    if (found.file().question() == null) {
      terminal.println("  " + found.words(messages, amounts));
    }
    for (Reject reject : checked.first()) {
      say("  ", "validate.line", amounts.count(reject.lineNo()), texts.what(reject));
      terminal.println("      → " + texts.todo(reject));
    }
    int more = checked.rows() - checked.first().size();
    if (more > 0) {
      say("  ", "validate.more", amounts.count(more));
    }
    repetitions(found);
    if (checked.written().isEmpty()) {
      say("  ", "validate.clean." + found.about());
    }
    for (Path written : checked.written()) {
      say("  ", "validate.written", written);
    }
    if (!checked.written().isEmpty()) {
      say("  ", "validate.next");
    }
  }

  private void repetitions(ValidatedFile found) {
    for (ValidateInvoices.Repetition one : found.repetitions()) {
      say(
          "  ",
          "validate.repeated",
          amounts.count(one.lineNo()),
          one.invoiceNo(),
          amounts.count(one.lines()),
          amounts.count(one.firstLine()));
      say("      → ", "validate.repeated.todo");
    }
    long more = found.counts().getOrDefault("repeated_invoices", 0L) - found.repetitions().size();
    if (more > 0) {
      say("  ", "validate.repeated.more", amounts.count(more));
    }
  }

  private void say(String indent, String key, Object... arguments) {
    terminal.println(indent + messages.get(key, arguments));
  }

  /** The same for programs. */
  Map<String, Object> json(Path file, Checked checked) {
    Recognition recognition = checked.found().file().recognition();
    SentFile sent = checked.found().file();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("file", file.toString());
    json.put("kind", checked.found().about());
    json.put("format", recognition.format());
    json.put("mapping", recognition.mapping());
    json.put("encoding", recognition.encoding());
    json.put("separator", recognition.separator());
    json.put("question", sent.question() == null ? null : sent.question().code().name());
    json.putAll(checked.found().counts());
    json.put("rejects", checked.rows());
    json.put("repetitions", checked.found().repetitions());
    json.put("reject_files", checked.written().stream().map(Path::toString).toList());
    return json;
  }

  private static List<Remark> remarks(SentFile file) {
    List<Remark> remarks = new ArrayList<>(file.recognition().remarks());
    if (file.normalised() != null) {
      remarks.addAll(file.normalised().remarks());
    }
    return remarks;
  }
}
