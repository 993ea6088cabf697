package org.caisse.readers.table;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.caisse.domain.reject.Reject;
import org.caisse.domain.reject.RejectCode;

/**
 * The physical lines of a text file in some encoding, in constant memory, whatever its bytes are. A
 * line ends with LF or CRLF, or with CR in a file that has no LF at all.
 */
final class TextLines implements AutoCloseable {

  /** The longest line in bytes that is read. */
  static final int MAX_LINE_BYTES = 1 << 14;

  /** What is kept of a longer one, and of one that is no text. */
  private static final int KEPT_BYTES = 200;

  /** More than the longest line, so that one buffer shows that a line is too long. */
  private static final int LEAST_BUFFER_BYTES = 1 << 15;

  private static final int MOST_BUFFER_BYTES = 1 << 18;

  /** The end-of-file mark of old systems, which is no content. */
  private static final String SUBSTITUTE = "\u001A";

  private final InputStream in;
  private final CharsetDecoder decoder;
  private final byte lineEnd;
  private final byte[] buffer;
  private final CharBuffer chars = CharBuffer.allocate(MAX_LINE_BYTES + 1);
  private int position;
  private int limit;
  private int lineNo;
  private String text;
  private Reject problem;

  TextLines(Path file, Charset encoding, boolean endsWithCarriageReturn) throws IOException {
    decoder =
        encoding
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    lineEnd = (byte) (endsWithCarriageReturn ? '\r' : '\n');
    buffer = buffer(file);
    in = new FileInputStream(file.toFile());
    try {
      refill();
    } catch (IOException e) {
      in.close();
      throw e;
    }
    if (encoding.equals(StandardCharsets.UTF_8) && startsWithMark()) {
      position = 3;
    }
  }

  /** A buffer for a file: a folder of thousands of small ones is read, too. */
  static byte[] buffer(Path file) throws IOException {
    long whole = Files.size(file) + 1;
    return new byte[Math.toIntExact(Math.clamp(whole, LEAST_BUFFER_BYTES, MOST_BUFFER_BYTES))];
  }

  /**
   * A line.
   *
   * @param no its number, from 1
   * @param text the line, or its beginning with U+FFFD for what is no text when there is a problem
   * @param problem why the line is no text, or null
   */
  record Line(int no, String text, Reject problem) {}

  /** Goes to the next line; false at the end of the file. */
  boolean next() throws IOException {
    int length = lineLength();
    if (length < 0) {
      return false;
    }
    lineNo = Math.incrementExact(lineNo);
    problem = null;
    boolean complete = position + length < limit || length <= MAX_LINE_BYTES;
    int content = withoutCarriageReturn(length);
    if (!complete || content > MAX_LINE_BYTES) {
      tooLong();
      return true;
    }
    decode(content);
    position = Math.min(position + length + 1, limit);
    return true;
  }

  /** The line. */
  Line line() {
    return new Line(lineNo, text, problem);
  }

  /** Number of the line, from 1. */
  int lineNo() {
    return lineNo;
  }

  /** The line, or its beginning with U+FFFD for what is no text when there is a problem. */
  String text() {
    return text;
  }

  /** Why the line is no text, or null. */
  Reject problem() {
    return problem;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  /** Bytes up to the line's end or the end of what is buffered; -1 at the end of the file. */
  private int lineLength() throws IOException {
    int scanned = 0;
    while (true) {
      int at = position + scanned;
      while (at < limit && buffer[at] != lineEnd) {
        at++;
      }
      scanned = at - position;
      if (at < limit || scanned > MAX_LINE_BYTES + 1) {
        return scanned;
      }
      if (!refill()) {
        return scanned == 0 ? -1 : scanned;
      }
    }
  }

  private int withoutCarriageReturn(int length) {
    boolean carriageReturn = lineEnd == '\n' && length > 0 && buffer[position + length - 1] == '\r';
    return carriageReturn ? length - 1 : length;
  }

  private void decode(int length) {
    int high = 0;
    for (int i = position; i < position + length; i++) {
      high |= buffer[i];
    }
    if (high >= 0) {
      text = new String(buffer, position, length, StandardCharsets.ISO_8859_1);
    } else {
      chars.clear();
      decoder.reset();
      CoderResult result = decoder.decode(ByteBuffer.wrap(buffer, position, length), chars, true);
      if (result.isError()) {
        refuse(RejectCode.LINE_UNREADABLE, "", "", length);
        return;
      }
      text = chars.flip().toString();
    }
    if (text.equals(SUBSTITUTE)) {
      text = "";
    } else if (hasControls(text)) {
      refuse(RejectCode.LINE_UNREADABLE, "", "", length);
    }
  }

  /** Passes over the rest of a line that is too long. */
  private void tooLong() throws IOException {
    int kept = Math.min(KEPT_BYTES, limit - position);
    String beginning = lossy(kept);
    long length = 0;
    boolean ended;
    do {
      int end = position;
      while (end < limit && buffer[end] != lineEnd) {
        end++;
      }
      length += end - position;
      ended = end < limit;
      position = ended ? end + 1 : end;
    } while (!ended && refill());
    text = beginning;
    problem =
        new Reject(
            lineNo,
            RejectCode.LINE_TOO_LONG,
            "",
            Long.toString(length),
            Integer.toString(MAX_LINE_BYTES));
  }

  private void refuse(RejectCode code, String value, String expected, int length) {
    text = lossy(length);
    problem = new Reject(lineNo, code, "", value, expected);
  }

  private String lossy(int length) {
    String lossy = new String(buffer, position, length, decoder.charset());
    StringBuilder clean = new StringBuilder(lossy.length());
    lossy.chars().forEach(c -> clean.append(isControl((char) c) ? '\uFFFD' : (char) c));
    return clean.toString();
  }

  /** Moves what is left to the front and reads on; false at the end of the file. */
  private boolean refill() throws IOException {
    int left = limit - position;
    System.arraycopy(buffer, position, buffer, 0, left);
    position = 0;
    int read = in.readNBytes(buffer, left, buffer.length - left);
    limit = left + read;
    return read > 0;
  }

  private boolean startsWithMark() {
    return limit >= 3
        && buffer[0] == (byte) 0xEF
        && buffer[1] == (byte) 0xBB
        && buffer[2] == (byte) 0xBF;
  }

  private static boolean hasControls(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (isControl(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isControl(char c) {
    return c != '\t' && Character.isISOControl(c);
  }
}
