package org.caisse.domain.claim;

import java.time.LocalDate;
import java.util.List;
import org.caisse.domain.claim.Reduction.Argument;

/** Why something is refused, with what its text names. */
record Refusal(ReductionCode code, List<Argument> arguments) {

  static Refusal of(ReductionCode code, Argument... arguments) {
    return new Refusal(code, List.of(arguments));
  }

  static Argument day(LocalDate day) {
    return new Argument(Argument.Kind.DAY, day.toString());
  }

  static Argument amount(long minor) {
    return new Argument(Argument.Kind.AMOUNT, Long.toString(minor));
  }

  static Argument quantity(long milli) {
    return new Argument(Argument.Kind.QUANTITY, Long.toString(milli));
  }

  static Argument text(String text) {
    return new Argument(Argument.Kind.TEXT, text);
  }

  static Argument word(String id) {
    return new Argument(Argument.Kind.WORD, id);
  }
}
