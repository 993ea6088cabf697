package org.caisse.writers.document;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.caisse.config.text.Messages;
import org.caisse.config.text.RejectText;
import org.caisse.domain.reject.Reject;
import org.caisse.domain.reject.RejectCode;
import org.caisse.writers.document.RejectedLine.Column;
import org.caisse.writers.document.RejectedLine.Scope;

/** What titles and rows of a reject file say, the same in every form of it. */
final class RejectWords {

  /** Keys of the columns that say why, in their order. */
  static final List<String> REASONS =
      List.of(
          "reject.file",
          "reject.line",
          "reject.code",
          "reject.field",
          "reject.value",
          "reject.expected",
          "reject.what",
          "reject.todo");

  /** Key of the column that says what is to be sent back. */
  static final String SCOPE = "reject.scope";

  /** Key of the column with the line as it was sent. */
  static final String RAW = "reject.raw";

  /** What to do about these is worded for declarations, whose reject file is sent back. */
  private static final Set<RejectCode> WORDED_FOR_DECLARATIONS =
      EnumSet.of(
          RejectCode.LINE_UNREADABLE,
          RejectCode.FIELD_COUNT,
          RejectCode.RECORD_UNKNOWN,
          RejectCode.LINE_TOO_LONG,
          RejectCode.DATE_UNREADABLE);

  /** What to do about these is worded for rows that are sent back alone. */
  private static final Set<RejectCode> WORDED_FOR_ROWS =
      EnumSet.of(RejectCode.FIELD_MISSING, RejectCode.FIELD_INVALID, RejectCode.FIELD_TOO_LONG);

  private final Messages messages;
  private final RejectText texts;
  private final String mark;

  RejectWords(Letterhead letterhead) {
    this.messages = letterhead.messages();
    this.texts = letterhead.rejectText();
    this.mark = letterhead.markText();
  }

  /** The title of a column by its key. */
  String title(String key) {
    return messages.get(key);
  }

  /** The title of a column of the line. */
  String title(Column column) {
    return messages.get("reject." + column.name().toLowerCase(Locale.ROOT));
  }

  /** The title of a column of a line of an invoice. */
  String title(RejectedClaim.Column column) {
    return messages.get("reject.claim." + column.name().toLowerCase(Locale.ROOT));
  }

  /** What stands in a column of its own, and above it; empty for no such column. */
  String mark() {
    return mark;
  }

  String what(Reject reject) {
    return texts.what(reject);
  }

  /** A row of a registry file is corrected there: its reject file is not read again. */
  String todoInRegistry(Reject reject) {
    return WORDED_FOR_DECLARATIONS.contains(reject.code())
        ? messages.get("reject.registry.todo")
        : texts.todo(reject);
  }

  /** A line cannot be corrected by itself when nothing of its declaration was filed. */
  String todo(RejectedLine line) {
    boolean wholeDeclaration =
        line.scope() == Scope.DECLARATION
            && (!line.whole() || WORDED_FOR_ROWS.contains(line.reject().code()));
    return wholeDeclaration ? messages.get("reject.whole.todo") : texts.todo(line.reject());
  }

  /** A line cannot be corrected by itself when nothing of its invoice was filed. */
  String todo(RejectedClaim line) {
    boolean words = !WORDED_FOR_DECLARATIONS.contains(line.reject().code());
    if (line.scope() == RejectedClaim.Scope.LINE) {
      return words ? texts.todo(line.reject()) : messages.get("reject.claim.todo");
    }
    boolean ofRow = WORDED_FOR_ROWS.contains(line.reject().code());
    return line.scope() == RejectedClaim.Scope.INVOICE && (ofRow || !words)
        ? messages.get("reject.claim.whole.todo")
        : texts.todo(line.reject());
  }

  String scope(RejectedClaim line) {
    return messages.get("reject.scope." + line.scope());
  }

  String scope(RejectedLine line) {
    return messages.get("reject.scope." + line.scope());
  }
}
