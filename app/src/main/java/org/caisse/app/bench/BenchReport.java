package org.caisse.app.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** What was measured, per round and as medians, for a table or for JSON. */
public final class BenchReport {

  private final int lines;
  private final long heapBytes;
  private final List<Measure> measures;

  /**
   * @param lines of persons in the file
   * @param heapBytes the most that the Java processes may use
   */
  public BenchReport(int lines, long heapBytes, List<Measure> measures) {
    this.lines = lines;
    this.heapBytes = heapBytes;
    this.measures = List.copyOf(measures);
  }

  /** One row a measurement, then one a kind with the medians. */
  public List<Map<String, Object>> table() {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (Measure measure : measures) {
      rows.add(
          row(
              Integer.toString(measure.round()),
              measure.kind(),
              List.of(measure),
              scriptOf(measure.round())));
    }
    for (Measure.Kind kind : Measure.Kind.values()) {
      rows.add(row("median", kind, of(kind), of(Measure.Kind.SCRIPT)));
    }
    return rows;
  }

  /** Where the time goes: medians of the parts, in seconds. */
  public List<Map<String, Object>> parts(Measure.Kind kind) {
    Map<String, List<Long>> byName = new LinkedHashMap<>();
    for (Measure measure : of(kind)) {
      for (Measure.Part part : measure.parts()) {
        byName.computeIfAbsent(part.name(), name -> new ArrayList<>()).add(part.millis());
      }
    }
    List<Map<String, Object>> rows = new ArrayList<>();
    byName.forEach(
        (name, millis) -> {
          Map<String, Object> row = new LinkedHashMap<>();
          row.put("part", name);
          row.put("s", seconds(median(millis)));
          rows.add(row);
        });
    return rows;
  }

  /** Everything, for machines. */
  public Map<String, Object> json() {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("lines", lines);
    all.put("processors", Runtime.getRuntime().availableProcessors());
    all.put("heap_bytes", heapBytes);
    all.put("measures", table());
    for (Measure.Kind kind : Measure.Kind.values()) {
      all.put("parts_" + kind.name().toLowerCase(Locale.ROOT), parts(kind));
    }
    return all;
  }

  private Map<String, Object> row(
      String round, Measure.Kind kind, List<Measure> own, List<Measure> script) {
    long wall = median(own, m -> m.took().wallMillis());
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("round", round);
    row.put("what", kind.label());
    row.put("s", seconds(wall));
    row.put("lines/s", lines * 1000L / Math.max(1, wall));
    row.put("ratio", ratio(median(script, m -> m.took().wallMillis()), wall));
    row.put("CPU s Java", cpu(own, m -> m.took().clientCpuMillis()));
    row.put("CPU s server", cpu(own, m -> m.took().serverCpuMillis()));
    row.put(
        "CPU ratio",
        known(own, m -> m.took().cpuMillis()) && known(script, m -> m.took().cpuMillis())
            ? ratio(
                median(script, m -> m.took().cpuMillis().getAsLong()),
                median(own, m -> m.took().cpuMillis().getAsLong()))
            : "");
    row.put(
        "peak MB",
        known(own, m -> m.took().peakBytes())
            ? Long.toString(median(own, m -> m.took().peakBytes().getAsLong()) >> 20)
            : "");
    row.put("archive B/line", perLine(median(own, Measure::archiveBytes)));
    row.put("database B/line", perLine(median(own, Measure::databaseBytes)));
    return row;
  }

  private List<Measure> of(Measure.Kind kind) {
    return measures.stream().filter(m -> m.kind() == kind).toList();
  }

  private List<Measure> scriptOf(int round) {
    return of(Measure.Kind.SCRIPT).stream().filter(m -> m.round() == round).toList();
  }

  private String perLine(long bytes) {
    return tenths(bytes * 10 / lines);
  }

  private static String cpu(List<Measure> measures, Function<Measure, OptionalLong> millis) {
    return known(measures, millis)
        ? seconds(median(measures, m -> millis.apply(m).getAsLong()))
        : "";
  }

  private static boolean known(List<Measure> measures, Function<Measure, OptionalLong> value) {
    return measures.stream().allMatch(m -> value.apply(m).isPresent());
  }

  private static long median(List<Measure> measures, ToLongFunction<Measure> value) {
    return median(measures.stream().map(value::applyAsLong).toList());
  }

  private static long median(List<Long> values) {
    List<Long> sorted = values.stream().sorted().toList();
    return sorted.get(sorted.size() / 2);
  }

  private static String ratio(long scriptMillis, long millis) {
    long hundredths = scriptMillis * 100 / Math.max(1, millis);
    return "%d.%02d".formatted(hundredths / 100, hundredths % 100);
  }

  private static String seconds(long millis) {
    return "%d.%02d".formatted(millis / 1000, millis % 1000 / 10);
  }

  private static String tenths(long tenths) {
    return "%d.%d".formatted(tenths / 10, tenths % 10);
  }
}
