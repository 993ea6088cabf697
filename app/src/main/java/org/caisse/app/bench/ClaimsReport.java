package org.caisse.app.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.caisse.jobs.claim.CareRemittance;
import org.caisse.jobs.claim.ClaimAdjudication;
import org.caisse.jobs.invoice.InvoiceIntake;

/** What a month of care took, beside a contribution month; a row a thing that was measured. */
public final class ClaimsReport {

  /** From invoices to remittances; rights are worked out before, whatever is invoiced. */
  private static final Set<String> CARE =
      Set.of(InvoiceIntake.NAME, ClaimAdjudication.NAME, CareRemittance.NAME);

  private final ClaimsOptions options;
  private final long heapBytes;
  private final List<ClaimsBench.Round> rounds;

  /**
   * @param heapBytes the most that the Java processes may use
   */
  public ClaimsReport(ClaimsOptions options, long heapBytes, List<ClaimsBench.Round> rounds) {
    this.options = options;
    this.heapBytes = heapBytes;
    this.rounds = List.copyOf(rounds);
  }

  /**
   * The contribution month, each run of the month of care, the three from invoices to remittances
   * together, and the whole of it.
   */
  public List<Map<String, Object>> table() {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (int i = 0; i < rounds.size(); i++) {
      round(rows, i + 1, rounds.get(i));
    }
    return rows;
  }

  private static void round(List<Map<String, Object>> rows, int number, ClaimsBench.Round round) {
    Rate month = new Rate(round.contributionLines(), round.contribution().wallMillis());
    rows.add(row(number, "contribution month", month, month, round.contribution()));
    long lines = round.sums().read();
    long together = 0;
    for (Map.Entry<String, Long> run : round.runs().entrySet()) {
      rows.add(row(number, run.getKey(), new Rate(lines, run.getValue()), month, null));
      together += CARE.contains(run.getKey()) ? run.getValue() : 0;
    }
    rows.add(row(number, "intake to remittance", new Rate(lines, together), month, null));
    Rate whole = new Rate(lines, round.care().wallMillis());
    rows.add(row(number, "month of care, start and rights too", whole, month, round.care()));
  }

  /** So many lines in a time. */
  private record Rate(long lines, long millis) {

    long perSecond() {
      return lines * 1000L / Math.max(1, millis);
    }
  }

  private static Map<String, Object> row(int round, String what, Rate rate, Rate month, Took took) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("round", round);
    row.put("what", what);
    row.put("lines", rate.lines());
    row.put("s", seconds(rate.millis()));
    row.put("lines/s", rate.perSecond());
    row.put("of the contribution month", ratio(rate.perSecond(), month.perSecond()));
    row.put("CPU s Java", took == null ? "" : cpu(took.clientCpuMillis()));
    row.put("CPU s server", took == null ? "" : cpu(took.serverCpuMillis()));
    row.put("peak MB", took == null ? "" : megabytes(took.peakBytes()));
    return row;
  }

  /** Where the time goes: seconds of each step of the last round. */
  public List<Map<String, Object>> parts() {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (Measure.Part part : rounds.getLast().parts()) {
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("part", part.name());
      row.put("s", seconds(part.millis()));
      rows.add(row);
    }
    return rows;
  }

  /** What it came to, which is the same in all rounds. */
  public ClaimsSums sums() {
    return rounds.getLast().sums();
  }

  /** Everything, for machines. */
  public Map<String, Object> json() {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("lines", options.lines());
    all.put("history", options.history());
    all.put("processors", Runtime.getRuntime().availableProcessors());
    all.put("heap_bytes", heapBytes);
    all.put("measures", table());
    all.put("sums", sums());
    all.put("parts", parts());
    return all;
  }

  private static String ratio(long one, long other) {
    return String.format(Locale.ROOT, "%.2f", one / (double) Math.max(1, other));
  }

  private static String cpu(OptionalLong millis) {
    return millis.isPresent() ? seconds(millis.getAsLong()) : "";
  }

  private static String megabytes(OptionalLong bytes) {
    return bytes.isPresent() ? Long.toString(bytes.getAsLong() >> 20) : "";
  }

  private static String seconds(long millis) {
    return "%d.%02d".formatted(millis / 1000, millis % 1000 / 10);
  }
}
