package org.caisse.readers.received;

import java.util.Objects;
import org.caisse.domain.reject.Reject;
import org.caisse.domain.reject.RejectCode;

/**
 * What cannot be decided from the file alone, so that it is refused until somebody answers.
 *
 * @param code what is asked
 * @param lineNo line or row of the sender's file where it shows, from 1
 * @param column title of the sender's column, or the name of the field; empty when the whole file
 *     is meant
 * @param value what stands there
 * @param answer the line of the sender's mapping that answers it, or what was expected
 */
public record Question(RejectCode code, int lineNo, String column, String value, String answer) {

  public Question {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(column, "column");
    Objects.requireNonNull(value, "value");
    Objects.requireNonNull(answer, "answer");
  }

  /** The question of a reject about a whole file. */
  public static Question of(Reject reject) {
    return new Question(
        reject.code(), reject.lineNo(), reject.field(), reject.value(), reject.expected());
  }

  /** The reject of the whole file that puts the question. */
  public Reject reject() {
    return new Reject(lineNo, code, column, value, answer);
  }
}
