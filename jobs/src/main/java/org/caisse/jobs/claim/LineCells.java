package org.caisse.jobs.claim;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.caisse.config.text.Amounts;
import org.caisse.config.text.Messages;
import org.caisse.jobs.run.RunContext;
import org.caisse.writers.document.PeopleList;
import org.caisse.writers.document.PeopleList.Column;
import org.caisse.writers.document.Remittance;
import org.caisse.writers.workbook.CellKind;

/** The cells by which lists show a line with what was decided of it. */
final class LineCells {

  /** The columns after those that say which invoice it is. */
  private static final List<Column> DECIDED =
      List.of(
          new Column("care.line", CellKind.ORDINAL, 7),
          new Column("care.person", CellKind.TEXT, 16),
          new Column("care.day", CellKind.DAY, 12),
          new Column("care.act", CellKind.TEXT, 14),
          new Column("care.label", CellKind.TEXT, 34),
          new Column("care.quantity", CellKind.TEXT, 9),
          new Column("care.charged", CellKind.AMOUNT, 14),
          new Column("care.status", CellKind.TEXT, 12),
          new Column("care.payers", CellKind.LONG_TEXT, 34),
          new Column("care.paid", CellKind.AMOUNT, 14),
          new Column("care.copay", CellKind.AMOUNT, 14),
          new Column("care.patient", CellKind.AMOUNT, 14),
          new Column("care.provider_bears", CellKind.AMOUNT, 14),
          new Column("care.why", CellKind.LONG_TEXT, 60),
          new Column("care.todo", CellKind.LONG_TEXT, 60));

  private final Messages messages;
  private final Amounts amounts;

  LineCells(RunContext run) {
    this.messages = Messages.of("documents", run.run().language());
    this.amounts = new Amounts(run.run().language(), run.law().pack().currency());
  }

  /** Columns of a list of lines that begins with other columns. */
  static List<Column> after(Column... first) {
    return Stream.concat(Stream.of(first), DECIDED.stream()).toList();
  }

  /**
   * Writes a line.
   *
   * @param sign -1 for one that is taken back
   */
  void write(PeopleList list, Remittance.Line line, int sign) throws IOException {
    list.count(line.no())
        .text(line.personNo())
        .day(line.careOn())
        .text(line.act())
        .text(line.label())
        .text(line.quantity())
        .amount(sign * line.chargedMinor())
        .text(status(line.status(), sign))
        .text(payers(line))
        .amount(sign * line.payableMinor())
        .amount(sign * line.copayMinor())
        .amount(sign * line.patientMinor())
        .amount(sign * line.providerMinor())
        .text(reasons(line))
        .text(sign < 0 ? "" : todo(line));
  }

  /** Where a line stands. */
  String status(Remittance.Status status, int sign) {
    return messages.get(sign < 0 ? "care.status.TAKEN_BACK" : "care.status." + status);
  }

  /** Who pays how much. */
  String payers(Remittance.Line line) {
    StringBuilder payers = new StringBuilder();
    for (Remittance.Share share : line.shares()) {
      payers.append(payers.isEmpty() ? "" : "; ").append(share.name()).append(' ');
      payers.append(amounts.number(share.minor()));
    }
    return payers.toString();
  }

  /** Why not more is paid; with amounts where there are several reasons. */
  String reasons(Remittance.Line line) {
    StringBuilder reasons = new StringBuilder();
    for (Remittance.Reduction reduction : line.reductions()) {
      reasons.append(reasons.isEmpty() ? "" : " ");
      if (line.reductions().size() > 1) {
        reasons.append(amounts.number(reduction.minor())).append(' ');
      }
      reasons.append('[').append(reduction.code()).append("] ").append(reduction.words());
    }
    return reasons.toString();
  }

  private static String todo(Remittance.Line line) {
    if (line.reductions().size() <= 1) {
      return line.reductions().isEmpty() ? "" : line.reductions().getFirst().todo();
    }
    return line.reductions().stream()
        .map(Remittance.Reduction::todo)
        .filter(todo -> !todo.isEmpty())
        .distinct()
        .collect(Collectors.joining(" "));
  }
}
