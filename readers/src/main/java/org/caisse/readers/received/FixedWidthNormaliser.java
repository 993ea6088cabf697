package org.caisse.readers.received;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.caisse.config.format.FormatDescription;
import org.caisse.config.format.RecordDescription;
import org.caisse.config.format.RowChecks;
import org.caisse.domain.reject.Reject;
import org.caisse.domain.reject.RejectCode;
import org.caisse.readers.received.Declarations.Declaration;
import org.caisse.readers.table.TableRow;
import org.caisse.readers.table.TableSource;

/**
 * Turns the records of a fixed-width format into declarations: one from each record that opens a
 * declaration to the next. Control sums refuse a line, control totals the declaration.
 */
final class FixedWidthNormaliser {

  private static final List<String> PERSON =
      List.of("person", "name", "entry", "exit", "days", "gross");

  private final FormatDescription format;
  private final Map<String, String> facts;
  private final Map<String, RecordDescription> records = new HashMap<>();
  private final Map<String, RowValues> values = new HashMap<>();
  private final RowSorter sorter;
  private final Declarations declarations;
  private final RowCounts counts = new RowCounts();
  private Declaration current;
  private ControlTotals totals = new ControlTotals();
  private int openedOn;
  private Question question;

  FixedWidthNormaliser(
      Layout layout, Recognition recognition, Conversion conversion, Declarations declarations) {
    this.format = layout.format();
    this.facts = recognition.facts();
    this.sorter = new RowSorter(layout);
    this.declarations = declarations;
    for (RecordDescription record : format.records()) {
      records.put(record.code(), record);
      values.put(record.code(), LookThrough.ofRecord(layout, record, conversion));
    }
  }

  RowCounts run(TableSource source, CanonicalWriter out) throws IOException {
    TableRow row;
    while (question == null && (row = source.next()) != null) {
      RowSorter.Sort sort = sorter.sort(row);
      counts.count(sort);
      if (sort == RowSorter.Sort.RECORD) {
        record(row);
      }
    }
    close();
    if (question == null) {
      declarations.writeTo(out, counts);
    }
    return counts;
  }

  /** Why the file is refused all the same, or null. */
  Question question() {
    return question;
  }

  private void record(TableRow row) throws IOException {
    if (row.problem() != null) {
      refuse(row, row.problem());
      return;
    }
    RecordDescription record = records.get(row.cell(0).text());
    RowValues on = values.get(record.code());
    on.on(row);
    switch (record.role()) {
      case ENVELOPE -> counts.control();
      case DECLARATION -> open(row, on);
      case LINE -> line(row, record, on);
      case TOTALS -> totals(row, record, on);
    }
  }

  private void open(TableRow row, RowValues on) throws IOException {
    close();
    counts.control();
    DeclarationKey key =
        new DeclarationKey(
            facts.getOrDefault("employer", on.column("employer")),
            facts.getOrDefault("period", on.column("period")),
            facts.getOrDefault("kind", on.column("kind")),
            facts.getOrDefault("sequence", on.column("sequence")));
    current = declarations.open(key, row.rowNo(), row.raw());
    totals = new ControlTotals();
    openedOn = row.rowNo();
    if (on.problem() != null) {
      current.refuse(on.problem());
    }
    if (declarations.all().size() > Declarations.MAX_DECLARATIONS) {
      question =
          new Question(
              RejectCode.TOO_MANY_DECLARATIONS,
              row.rowNo(),
              "",
              "",
              "<= " + Declarations.MAX_DECLARATIONS);
    }
  }

  private void line(TableRow row, RecordDescription record, RowValues on) throws IOException {
    if (current == null || current.key() == null) {
      refuse(row, new Reject(row.rowNo(), RejectCode.LINE_ORPHAN, "", "", ""));
      return;
    }
    if (isOfAnother(on)) {
      refuse(row, new Reject(row.rowNo(), RejectCode.LINE_ORPHAN, "", "", ""));
      return;
    }
    totals.add(record, on);
    Reject proof = ControlTotals.proof(record, on, row.rowNo());
    if (proof == null && isAbsent(on)) {
      counts.absent();
      return;
    }
    List<String> person = PERSON.stream().map(on::column).toList();
    Reject checked = RowCheck.reject(format.checks(), on, row.rowNo());
    Reject problem = proof == null ? checked : proof;
    declarations.line(current, person, problem, row.rowNo(), row.raw());
  }

  private void totals(TableRow row, RecordDescription record, RowValues on) {
    counts.control();
    if (current == null) {
      return;
    }
    totals.see(record);
    Reject reject = totals.reject(record, on, row.rowNo());
    if (reject != null) {
      current.refuse(reject);
    }
  }

  /** Whether a line names another employer or month than its declaration. */
  private boolean isOfAnother(RowValues on) {
    String employer = on.column("employer");
    String period = on.column("period");
    boolean other =
        !facts.containsKey("employer")
            && !employer.isEmpty()
            && !employer.equals(current.key().employer());
    return other || (!period.isEmpty() && !period.equals(current.key().period()));
  }

  /** A line that says why somebody was not paid, and no pay. */
  private boolean isAbsent(RowValues on) {
    RowChecks.Absence rule = format.checks().absence();
    return rule != null
        && rule.reasons().contains(on.raw(rule.field()))
        && rule.zero().stream().allMatch(field -> on.raw(field).matches("0*"));
  }

  private void refuse(TableRow row, Reject reject) throws IOException {
    if (current == null) {
      current = declarations.stray();
    }
    String raw = row.raw();
    records.values().stream()
        .filter(record -> record.role() == RecordDescription.Role.LINE)
        .map(RecordDescription::code)
        .filter(raw::startsWith)
        .forEach(totals::addUnreadable);
    declarations.refused(current, reject, row.rowNo(), raw);
  }

  /** A declaration without the records that must close it was cut. */
  private void close() {
    if (current == null || current.key() == null) {
      return;
    }
    for (RecordDescription record : format.records()) {
      boolean needed = record.role() == RecordDescription.Role.TOTALS && record.required();
      if (needed && !totals.has(record)) {
        current.refuse(new Reject(openedOn, RejectCode.TOTALS_UNREADABLE, record.code(), "", ""));
      }
    }
  }
}
