package org.caisse.jobs.received;

import java.io.IOException;
import java.util.function.UnaryOperator;
import org.caisse.domain.reject.Reject;
import org.caisse.jobs.run.RejectRows;
import org.caisse.readers.line.RawLines;
import org.caisse.readers.received.SourceMap;

/**
 * Lines of a block as their sender knows them. What is judged are lines of Caisse's own format;
 * where these were made of another file, people are told that file's line, text and title of the
 * column.
 */
public final class SentLines {

  private final RawLines judged;
  private final int[] lineNos;
  private final String[] texts;
  private final UnaryOperator<String> titles;

  private SentLines(RawLines judged, int[] lineNos, String[] texts, UnaryOperator<String> titles) {
    this.judged = judged;
    this.lineNos = lineNos;
    this.texts = texts;
    this.titles = titles;
  }

  /** Of a file that came in Caisse's own format: the lines themselves. */
  public static SentLines own(RawLines judged) {
    return new SentLines(judged, null, null, UnaryOperator.identity());
  }

  /**
   * Lines of a normalised file.
   *
   * @param from where they came from; read up to the last of these lines
   */
  public static SentLines of(RawLines judged, SourceMap from) throws IOException {
    int[] lineNos = new int[judged.count()];
    String[] texts = new String[judged.count()];
    for (int i = 0; i < lineNos.length; i++) {
      from.seek(judged.lineNo(i));
      lineNos[i] = from.lineNo();
      texts[i] = from.raw();
    }
    return new SentLines(judged, lineNos, texts, from::title);
  }

  /** Whether the lines are those that came. */
  boolean isOwn() {
    return lineNos == null;
  }

  /** Line of the sender's file, or row of the sheet, from 1. */
  public int lineNo(int line) {
    return isOwn() ? judged.lineNo(line) : lineNos[line];
  }

  /** What stood there, for people. */
  public String text(int line) {
    return isOwn() ? judged.text(line) : texts[line];
  }

  /**
   * A refusal for the reject file.
   *
   * @param line its index in the block
   * @param declarationId the declaration it belongs to, or 0
   * @param whole whether the whole declaration is refused
   * @param reject why, with the sender's line and our name of the column
   */
  public RejectRows.Row refused(
      int line, int fileId, long declarationId, boolean whole, Reject reject) {
    return new RejectRows.Row(
        fileId,
        declarationId,
        whole,
        reject.named(titles.apply(reject.field())),
        text(line),
        judged.lineNo(line),
        isOwn() ? "" : judged.text(line));
  }
}
