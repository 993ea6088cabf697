package org.caisse.readers.received;

import java.util.ArrayList;
import java.util.List;

/** Counts the rows of a sender's file by what became of them. */
final class RowCounts {

  private long rows;
  private long blank;
  private long other;
  private long records;
  private long passed;
  private long absent;
  private long added;

  /** Counts a row by what it is. */
  void count(RowSorter.Sort sort) {
    rows++;
    switch (sort) {
      case BLANK -> blank++;
      case TITLES, HEAD, TOTAL -> other++;
      case PASSED -> {
        other++;
        passed++;
      }
      case RECORD -> records++;
    }
  }

  /** A record that was counted declares that somebody was not paid: it becomes no line. */
  void absent() {
    records--;
    other++;
    absent++;
  }

  /** A record that was counted opens or closes a declaration: it becomes no line of its own. */
  void control() {
    records--;
    other++;
  }

  /** A canonical line was made that stands for no row of its own. */
  void added() {
    added++;
  }

  /**
   * @param repaired what was repaired, in words
   * @param more what else is to be said
   */
  Normalised result(String sha256, List<Remark> repaired, List<Remark> more, Question question) {
    List<Remark> remarks = new ArrayList<>(repaired);
    if (passed > 0) {
      remarks.add(Remark.of("received.passed", passed));
    }
    if (absent > 0) {
      remarks.add(Remark.of("received.absent", absent));
    }
    remarks.addAll(more);
    return new Normalised(sha256, rows, blank, other, records, added, remarks, question);
  }
}
