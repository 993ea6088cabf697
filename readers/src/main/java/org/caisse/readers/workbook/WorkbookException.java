package org.caisse.readers.workbook;

import org.caisse.domain.reject.Reject;
import org.caisse.domain.reject.RejectCode;

/** A workbook cannot be read, or it cannot be said what of it; the whole file is refused. */
public final class WorkbookException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final RejectCode code;
  private final String value;
  private final String expected;

  /**
   * @param value what was found, for the sender
   * @param expected what should have been found, or the limit; empty when there is nothing to say
   */
  public WorkbookException(RejectCode code, String value, String expected) {
    super(code + ": " + value + (expected.isEmpty() ? "" : ", expected " + expected));
    this.code = code;
    this.value = value;
    this.expected = expected;
  }

  /** What the sender is told. */
  public Reject reject() {
    return new Reject(1, code, "", value, expected);
  }

  static WorkbookException damaged(String where) {
    return new WorkbookException(RejectCode.WORKBOOK_DAMAGED, where, "");
  }

  static WorkbookException tooLarge(String what, long limit) {
    return new WorkbookException(RejectCode.WORKBOOK_TOO_LARGE, what, "<= " + limit);
  }
}
