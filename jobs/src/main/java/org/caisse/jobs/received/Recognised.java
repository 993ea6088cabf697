package org.caisse.jobs.received;

import java.util.List;
import java.util.Map;
import org.caisse.domain.reject.Reject;
import org.caisse.readers.received.FileForm;
import org.caisse.readers.received.Remark;

/**
 * In which format a file of a run came, and what came of it: its row of {@code file_recognition}.
 *
 * @param form what holds its rows
 * @param format id of the format, empty when none was recognised
 * @param mapping name of the sender's mapping, or empty
 * @param encoding of text, or empty
 * @param separator between fields, or empty
 * @param decimalMark before decimals, where one was found
 * @param thousandsMark between groups of digits, where one was found
 * @param dateOrder of its dates, where one matters
 * @param sheet that was read, or empty
 * @param facts what name, cells or mapping say of the whole file, by canonical column
 * @param remarks what its sender is told
 * @param refusal why nothing of the file is read, or null
 * @param canonical the file that was made of it; null when it came in Caisse's own format, or is
 *     refused
 */
public record Recognised(
    FileForm form,
    String format,
    String mapping,
    String encoding,
    String separator,
    String decimalMark,
    String thousandsMark,
    String dateOrder,
    String sheet,
    Map<String, String> facts,
    List<Remark> remarks,
    Reject refusal,
    Canonical canonical) {

  public Recognised {
    facts = Map.copyOf(facts);
    remarks = List.copyOf(remarks);
  }

  /**
   * A file of Caisse's own format and where its lines came from.
   *
   * @param sha256 of the file
   * @param mapSha256 of its source map
   * @param rows of the sender's file: blank ones, records, and others
   * @param blankRows empty ones
   * @param records lines made of one row each
   * @param addedLines lines made besides: headers of declarations
   */
  public record Canonical(
      String sha256, String mapSha256, long rows, long blankRows, long records, long addedLines) {}

  /** Whether it came in Caisse's own format and is read as it is. */
  public boolean own() {
    return canonical == null && refusal == null;
  }
}
