package org.caisse.readers.table;

import java.io.IOException;
import org.caisse.domain.reject.Reject;

/** A file is no table, or stops being one: it is refused whole. */
public final class UnreadableTableException extends IOException {

  private static final long serialVersionUID = 1L;

  private final transient Reject reject;

  /**
   * @param reject what the sender is told; its line is 1 when the whole file is meant
   */
  public UnreadableTableException(Reject reject) {
    super("%s, line %d: %s".formatted(reject.code(), reject.lineNo(), reject.value()));
    this.reject = reject;
  }

  /** What the sender is told. */
  public Reject reject() {
    return reject;
  }
}
