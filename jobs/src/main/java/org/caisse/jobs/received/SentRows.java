package org.caisse.jobs.received;

import java.io.IOException;
import org.caisse.domain.reject.Reject;
import org.caisse.jobs.run.FrozenFile;
import org.caisse.jobs.run.RejectRows;
import org.caisse.readers.received.SourceMap;

/** Lines of a file as their sender knows them, gone through one by one: see {@link SentLines}. */
public final class SentRows implements AutoCloseable {

  private final FrozenFile file;
  private final SourceMap from;
  private int judgedNo;
  private String judged;

  /** The lines of what is {@link ReceivedFiles#readable} of a file. */
  public SentRows(ReceivedFiles received, FrozenFile file) throws IOException {
    this.file = file;
    this.from = received.sourceMap(file);
  }

  /**
   * Goes to a line.
   *
   * @param lineNo in the file that is read, not before the one gone to last
   * @param text of that line
   */
  public void go(int lineNo, String text) throws IOException {
    judgedNo = lineNo;
    judged = text;
    if (from != null) {
      from.seek(lineNo);
    }
  }

  /** Line of the sender's file, or row of the sheet, from 1, of the line gone to. */
  public int lineNo() {
    return from == null ? judgedNo : from.lineNo();
  }

  /** A refusal of the line gone to, for the reject file. */
  public RejectRows.Row refused(Reject reject) {
    if (from == null) {
      return new RejectRows.Row(file.id(), 0, false, reject, judged, judgedNo, "");
    }
    Reject sent = reject.at(from.lineNo()).named(from.title(reject.field()));
    return new RejectRows.Row(file.id(), 0, false, sent, from.raw(), judgedNo, judged);
  }

  @Override
  public void close() throws IOException {
    if (from != null) {
      from.close();
    }
  }
}
