package org.caisse.readers.received;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Words what was recognised and repaired, for the acknowledgement. */
final class Remarks {

  private static final int MAX_IGNORED = 10;

  private Remarks() {}

  /** What was recognised. */
  static List<Remark> of(Choice.Fit fit, List<String> alsoFits, Conversion conversion) {
    List<Remark> remarks = new ArrayList<>();
    Tables tables = fit.tables();
    if (!tables.encoding().isEmpty()) {
      remarks.add(
          alsoFits.isEmpty()
              ? Remark.of("received.encoding", tables.encoding())
              : Remark.of(
                  "received.encoding.several", tables.encoding(), String.join(", ", alsoFits)));
    }
    if (!tables.separator().isEmpty()) {
      remarks.add(
          tables.separator().equals("\t")
              ? Remark.of("received.separator.tab")
              : Remark.of("received.separator", tables.separator()));
    }
    if (!tables.sheet().isEmpty()) {
      remarks.add(Remark.of("received.sheet", tables.sheet()));
    }
    if (fit.layout().titleRow() > 1) {
      remarks.add(Remark.of("received.titles", fit.layout().titleRow()));
    }
    Map<String, String> titles = fit.layout().titlesOfCanonical();
    conversion
        .marks()
        .forEach((column, marks) -> marks(titles.getOrDefault(column, column), marks, remarks));
    if (conversion.order() != null && conversion.isOrderShown()) {
      remarks.add(Remark.of("received.dates." + conversion.order()));
    }
    if (!fit.ignored().isEmpty()) {
      List<String> shown = fit.ignored().stream().limit(MAX_IGNORED).toList();
      remarks.add(Remark.of("received.ignored", fit.ignored().size(), String.join(", ", shown)));
    }
    return remarks;
  }

  private static void marks(String column, Marks marks, List<Remark> remarks) {
    if (!marks.decimalMark().isEmpty()) {
      remarks.add(Remark.of("received.decimal", column, marks.decimalMark()));
    }
    if (!marks.thousandsMark().isEmpty()) {
      remarks.add(Remark.of("received.thousands", column, marks.thousandsMark()));
    }
  }

  /** What was repaired. */
  static List<Remark> of(Layout layout, Conversion conversion) {
    List<Remark> remarks = new ArrayList<>();
    Map<String, String> titles = layout.titlesOfCanonical();
    new TreeMap<>(conversion.repairs(Conversion.Repair.LEADING_ZEROS))
        .forEach(
            (column, count) ->
                remarks.add(
                    Remark.of("received.zeros", titles.getOrDefault(column, column), count)));
    new TreeMap<>(conversion.repairs(Conversion.Repair.SERIAL_DAYS))
        .forEach(
            (column, count) ->
                remarks.add(
                    Remark.of("received.serials", titles.getOrDefault(column, column), count)));
    return remarks;
  }
}
