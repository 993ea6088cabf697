package org.caisse.readers.received;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.caisse.config.format.RowChecks;
import org.caisse.domain.money.Currency;
import org.caisse.domain.reject.Reject;
import org.caisse.domain.reject.RejectCode;
import org.caisse.readers.line.FieldText;
import org.caisse.readers.received.Declarations.Declaration;
import org.caisse.readers.table.TableRow;
import org.caisse.readers.table.TableSource;

/** Turns rows that are lines of persons: the declarations around them are made. */
final class LinesNormaliser {

  private static final List<String> PERSON =
      List.of("person", "name", "entry", "exit", "days", "gross");

  private final Layout layout;
  private final RowChecks checks;
  private final Currency currency;
  private final Map<String, String> facts;
  private final RowSorter sorter;
  private final RowWidth width;
  private final RowValues values;
  private final RowValues head;
  private final Declarations declarations;
  private final RowCounts counts = new RowCounts();
  private Declaration current;
  private String totalCount = "";
  private String totalGross = "";
  private int totalLine;
  private Question question;

  LinesNormaliser(
      Layout layout,
      Recognition recognition,
      Conversion conversion,
      Currency currency,
      Declarations declarations) {
    this.layout = layout;
    this.checks = layout.format().checks();
    this.currency = currency;
    this.facts = recognition.facts();
    this.sorter = new RowSorter(layout);
    this.width = new RowWidth(recognition.form(), layout);
    this.values = LookThrough.ofRows(layout, conversion, facts);
    this.head = LookThrough.ofHead(layout, conversion);
    this.declarations = declarations;
  }

  RowCounts run(TableSource source, CanonicalWriter out) throws IOException {
    TableRow row;
    while ((row = source.next()) != null) {
      RowSorter.Sort sort = sorter.sort(row);
      counts.count(sort);
      switch (sort) {
        case HEAD -> head(row);
        case TOTAL -> total(row);
        case RECORD -> record(row);
        case BLANK, TITLES, PASSED -> {}
      }
      if (declarations.all().size() > Declarations.MAX_DECLARATIONS) {
        question =
            new Question(
                RejectCode.TOO_MANY_DECLARATIONS,
                row.rowNo(),
                "",
                "",
                "<= " + Declarations.MAX_DECLARATIONS);
        break;
      }
    }
    if (question == null) {
      applyTotals();
      declarations.writeTo(out, counts);
    }
    return counts;
  }

  /** Why the file is refused all the same, or null. */
  Question question() {
    return question;
  }

  /**
   * Whether the format has no totals, so that the ones in the headers are those that were found.
   */
  boolean madeTotals() {
    return layout.format().head().isEmpty() && !layout.format().consecutive() && totalLine == 0;
  }

  private void head(TableRow row) throws IOException {
    head.on(row);
    String count = head.column("count");
    String gross = head.column("gross");
    DeclarationKey key =
        new DeclarationKey(
            known("employer", head.column("employer")),
            known("period", head.column("period")),
            known("kind", head.column("kind")),
            known("sequence", head.column("sequence")));
    current = declarations.open(key, row.rowNo(), row.raw());
    current.totals(count, gross);
    if (head.problem() != null) {
      current.refuse(head.problem());
    }
  }

  private String known(String column, String value) {
    return facts.getOrDefault(column, value);
  }

  private void total(TableRow row) {
    values.on(row);
    RowChecks.TotalRow rule = checks.totalRow();
    totalLine = row.rowNo();
    totalCount = rule.count().isEmpty() ? "" : values.field(rule.count());
    totalGross = rule.gross().isEmpty() ? "" : values.field(rule.gross());
  }

  private void record(TableRow row) throws IOException {
    Reject reject = width.reject(row);
    if (reject != null) {
      declarations.refused(around(row), reject, row.rowNo(), row.raw());
      return;
    }
    values.on(row);
    if (layout.format().head().isEmpty()) {
      DeclarationKey key =
          new DeclarationKey(
              values.column("employer"),
              values.column("period"),
              values.column("kind"),
              values.column("sequence"));
      Reject unclear = RowCheck.unclear(checks, values, row.rowNo());
      if (unclear != null) {
        // Whose or of when the line is cannot be said, so that no declaration is made of it.
        declarations.refused(around(row), unclear, row.rowNo(), row.raw());
        return;
      }
      if (!layout.format().consecutive()) {
        current = declarations.of(key, row.rowNo(), row.raw());
      } else if (current == null || !key.equals(current.key())) {
        current = declarations.open(key, row.rowNo(), row.raw());
      }
    }
    List<String> person = new ArrayList<>(PERSON.size());
    for (String column : PERSON) {
      person.add(values.column(column));
    }
    Reject problem = RowCheck.reject(checks, values, row.rowNo());
    declarations.line(current, person, problem, row.rowNo(), row.raw());
  }

  /** The declaration in which a row stands that cannot be read. */
  private Declaration around(TableRow row) throws IOException {
    if (current == null) {
      boolean known = facts.containsKey("employer") && facts.containsKey("period");
      current =
          known
              ? declarations.of(
                  new DeclarationKey(
                      facts.get("employer"),
                      facts.get("period"),
                      facts.getOrDefault("kind", ""),
                      facts.getOrDefault("sequence", "")),
                  row.rowNo(),
                  row.raw())
              : declarations.stray();
    }
    return current;
  }

  /**
   * The sender's totals go into the header of the only declaration; several must add up to them.
   */
  private void applyTotals() {
    if (totalLine == 0) {
      return;
    }
    List<Declaration> real =
        declarations.all().stream().filter(declaration -> declaration.key() != null).toList();
    if (real.size() == 1) {
      real.get(0)
          .totals(
              totalCount.isEmpty() ? null : totalCount, totalGross.isEmpty() ? null : totalGross);
      return;
    }
    long minor = FieldText.amountMinor(totalGross, currency.decimals());
    boolean grossTies = totalGross.isEmpty() || minor == declarations.grossMinor();
    boolean countTies =
        totalCount.isEmpty() || FieldText.wholeNumber(totalCount) == declarations.count();
    if (!grossTies) {
      question =
          new Question(
              RejectCode.GROSS_MISMATCH,
              totalLine,
              "gross",
              Long.toString(declarations.grossMinor()),
              minor == FieldText.UNREADABLE ? totalGross : Long.toString(minor));
    } else if (!countTies) {
      question =
          new Question(
              RejectCode.COUNT_MISMATCH,
              totalLine,
              "count",
              Long.toString(declarations.count()),
              totalCount);
    }
  }
}
