package org.caisse.jobs.takeon;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.caisse.domain.ledger.Accounts;
import org.caisse.domain.reject.Reject;
import org.caisse.domain.reject.RejectCode;
import org.caisse.domain.takeon.ControlTotal;
import org.caisse.jobs.run.RejectRows;
import org.caisse.jobs.run.RunContext;
import org.caisse.jobs.run.Sql;
import org.caisse.jobs.takeon.LoadTakeOn.FileTally;
import org.caisse.jobs.takeon.LoadTakeOn.SentTotal;
import org.caisse.writers.copy.BinaryCopy;

/** Compares what the old system counts with what was found, total by total. */
final class CompareTotals {

  private static final String COPY =
      "COPY take_on_check (run_id, seq, kind, key, measure, expected, found, ties, file_id,"
          + " line_no) FROM STDIN (FORMAT BINARY)";
  private static final String COUNT = "COUNT";
  private static final String TOTAL = "TOTAL";

  private final RunContext run;
  private final Connection connection;
  private final Map<Integer, FileTally> tallies;
  private final List<SentTotal> totals;
  private final String section;
  private final Accounts accounts;
  private final Map<Key, Both> all = new TreeMap<>();
  private final Set<String> rejected = new HashSet<>();

  /** Of what a total is. */
  private record Key(ControlTotal.Kind kind, String key, String measure)
      implements Comparable<Key> {

    private static final Comparator<Key> ORDER =
        Comparator.comparing(Key::kind).thenComparing(Key::key).thenComparing(Key::measure);

    @Override
    public int compareTo(Key other) {
      return ORDER.compare(this, other);
    }
  }

  /** A total as both say it. */
  private static final class Both {
    Long expected;
    Long found;
    RejectRows.Row place;
  }

  CompareTotals(
      RunContext run,
      Connection connection,
      Map<Integer, FileTally> tallies,
      List<SentTotal> totals,
      String section,
      Accounts accounts) {
    this.run = run;
    this.connection = connection;
    this.tallies = tallies;
    this.totals = totals;
    this.section = section;
    this.accounts = accounts;
  }

  /**
   * Compares, keeps the comparison, and refuses the lines of the control file that do not tie.
   *
   * @return how many do not
   */
  int compare() throws SQLException {
    totals.forEach(this::expect);
    brought();
    found();
    int seq = 0;
    int untied = 0;
    Map<Integer, Integer> uncontrolled = new LinkedHashMap<>();
    try (BinaryCopy copy = BinaryCopy.open(connection, COPY)) {
      for (Map.Entry<Key, Both> entry : all.entrySet()) {
        Key key = entry.getKey();
        Both both = entry.getValue();
        ControlTotal total =
            ControlTotal.of(key.kind(), key.key(), key.measure(), both.expected, both.found);
        write(copy, ++seq, total, both.place);
        if (!total.ties()) {
          untied++;
          if (both.place == null) {
            uncontrolled.merge(controlFile(), 1, Integer::sum);
          } else {
            refuse(total, both.place);
          }
        }
      }
      copy.finish();
    }
    uncontrolled.forEach(this::refuseFile);
    return untied;
  }

  private void expect(SentTotal sent) {
    ControlTotal.Kind kind = ControlTotal.Kind.valueOf(sent.total().control());
    put(kind, sent, COUNT, sent.total().count() == null ? null : (long) sent.total().count());
    put(kind, sent, TOTAL, sent.total().total());
  }

  private void put(ControlTotal.Kind kind, SentTotal sent, String measure, Long expected) {
    if (expected == null) {
      return;
    }
    Both both = all.computeIfAbsent(new Key(kind, sent.total().key(), measure), key -> new Both());
    if (both.expected != null) {
      reject(sent.place(), RejectCode.DUPLICATE, "key", sent.total().key(), "");
      return;
    }
    both.expected = expected;
    both.place = sent.place();
  }

  private void brought() {
    run.sql()
        .sql(Sql.of(getClass(), "brought"))
        .param("section", section)
        .param("run", run.run().id())
        .query(
            row -> {
              Key key = new Key(ControlTotal.Kind.RECEIPT, row.getString("key"), TOTAL);
              all.computeIfAbsent(key, k -> new Both()).expected = row.getLong("amount_minor");
            });
  }

  private void found() {
    Map<String, String> numbers = accounts.numbers();
    run.sql()
        .sql(Sql.of(getClass(), "found"))
        .param("run", run.run().id())
        .param("section", section)
        .param("inputs", run.inputArray())
        .param("withdrawn", run.withdrawnArray())
        .param("receivable", numbers.get("receivable.employer"))
        .param("suspense", numbers.get("suspense"))
        .param("advances", numbers.get("advances"))
        .param("opening", numbers.get(Accounts.OPENING_ROLE))
        .query(
            row -> {
              ControlTotal.Kind kind = ControlTotal.Kind.valueOf(row.getString("kind"));
              Key key = new Key(kind, row.getString("key"), row.getString("measure"));
              // Of the registry only what the old system counts is compared.
              if (kind != ControlTotal.Kind.REGISTRY || all.containsKey(key)) {
                all.computeIfAbsent(key, k -> new Both()).found =
                    row.getObject("found") == null ? null : row.getLong("found");
              }
            });
  }

  private void write(BinaryCopy copy, int seq, ControlTotal total, RejectRows.Row place)
      throws SQLException {
    copy.row(10);
    copy.int4(run.run().id());
    copy.int4(seq);
    copy.text(total.kind().name());
    copy.text(total.key());
    copy.text(total.measure());
    number(copy, total.expected());
    number(copy, total.found());
    copy.bool(total.ties());
    if (place == null) {
      copy.nul();
    } else {
      copy.int4(place.fileId());
    }
    copy.int4(place == null ? 0 : place.reject().lineNo());
  }

  private static void number(BinaryCopy copy, Long number) {
    if (number == null) {
      copy.nul();
    } else {
      copy.int8(number);
    }
  }

  private int controlFile() {
    return run.files().stream()
        .filter(file -> file.kind().equals("take_on_control"))
        .findFirst()
        .orElseThrow()
        .id();
  }

  private void refuse(ControlTotal total, RejectRows.Row place) {
    boolean count = total.measure().equals(COUNT);
    reject(
        place,
        count ? RejectCode.TAKE_ON_COUNT : RejectCode.TAKE_ON_TOTAL,
        total.key(),
        Long.toString(total.found() == null ? 0 : total.found()),
        Long.toString(total.expected() == null ? 0 : total.expected()));
  }

  /** A line is refused once, for the first reason. */
  private void reject(
      RejectRows.Row place, RejectCode code, String field, String value, String expected) {
    if (rejected.add(place.fileId() + ":" + place.reject().lineNo())) {
      Reject reject = new Reject(place.reject().lineNo(), code, field, value, expected);
      tallies
          .get(place.fileId())
          .rejects
          .add(
              new RejectRows.Row(
                  place.fileId(),
                  0,
                  false,
                  reject,
                  place.raw(),
                  place.canonicalNo(),
                  place.canonical()));
    }
  }

  /** What the control file does not speak of is refused with its first line. */
  private void refuseFile(int fileId, int times) {
    FileTally tally = tallies.get(fileId);
    if (tally.refusal == null) {
      tally.rows++;
      tally.rejects.add(
          new RejectRows.Row(
              fileId,
              0,
              false,
              new Reject(1, RejectCode.TAKE_ON_UNCONTROLLED, "", Integer.toString(times)),
              "",
              1,
              ""));
    }
  }
}
