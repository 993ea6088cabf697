package org.caisse.app;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.caisse.config.text.Amounts;
import org.caisse.config.text.Language;
import org.caisse.config.text.Messages;
import org.caisse.config.text.RejectText;
import org.caisse.domain.money.Currency;
import org.caisse.domain.reject.Reject;
import org.caisse.domain.reject.RejectCode;

/** A line of an invoice that the intake refused, as people and programs read it. */
final class RefusedLinePage {

  private final Messages messages;
  private final Amounts amounts;
  private final RejectText texts;
  private final Map<String, Object> line;
  private final String raw;
  private final Reject reject;

  /**
   * @param raw the line as it was sent, or empty
   */
  RefusedLinePage(Session session, Language language, Map<String, Object> line, String raw) {
    Currency currency = session.environment().law().pack().currency();
    this.messages = Messages.of("documents", language);
    this.amounts = new Amounts(language, currency);
    this.texts = new RejectText(language, currency);
    this.line = line;
    this.raw = raw;
    this.reject =
        new Reject(
            (Integer) line.get("line_no"),
            RejectCode.ofNumber(((Number) line.get("code")).intValue()),
            (String) line.get("field"),
            (String) line.get("value"),
            (String) line.get("expected"));
  }

  void print(PrintWriter out) {
    out.println(
        messages.get(
            "explain.line",
            line.get("no"),
            line.get("invoice_no"),
            line.get("version"),
            line.get("provider_no"),
            amounts.date(LocalDate.parse(line.get("received_on").toString()))));
    out.println("  " + messages.get("explain.file", line.get("file_name"), line.get("line_no")));
    if (!raw.isEmpty()) {
      out.println("  " + raw);
    }
    boolean whole = (Boolean) line.get("whole");
    out.println(
        messages.get(
            whole ? "explain.refused.whole" : "explain.refused",
            line.get("run"),
            line.get("code")));
    out.println("  " + texts.what(reject));
    out.println("  " + (whole ? texts.todo(reject) : messages.get("care.refused_intake.todo")));
  }

  Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>(line);
    json.put("raw", raw);
    json.put("reject", reject.code().name());
    json.put("what", texts.what(reject));
    return json;
  }
}
