package org.caisse.readers.line;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * Splits any file into its physical lines, by bytes, in memory that does not depend on what they
 * are. A line ends with LF or CRLF; the last one may lack its end. A byte order mark before the
 * first line is passed over.
 */
public final class LineSource implements AutoCloseable {

  /** The longest line, without its end, that is read. */
  public static final int MAX_LINE_BYTES = 4096;

  /** What is kept of a longer one. */
  public static final int KEPT_BYTES = 200;

  /** A block ends with the line that reaches this size, however many lines were asked for. */
  private static final int MAX_BLOCK_BYTES = 1 << 21;

  private static final int BUFFER_BYTES = 1 << 16;

  private static final int NO_LINE = -1;
  private static final int NO_END_YET = -2;

  private static final byte QUOTE = 1;
  private static final byte CONTROL = 2;
  private static final byte CARRIAGE_RETURN = 4;
  private static final byte BEYOND_ASCII = 8;
  private static final byte CONTENT = 16;

  /** What each byte says of the line in which it stands. */
  private static final byte[] KINDS = kinds();

  private final InputStream in;
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private final StrictText strictText = new StrictText();
  private long bufferOffset;
  private int position;
  private int limit;
  private int lineNo;
  private int kinds;

  /**
   * @param start {@link Position#START}, or what {@link RawLines#end()} was once for this file
   * @throws IOException when the file cannot be read, or is shorter than the start
   */
  public LineSource(Path file, Position start) throws IOException {
    long size = Files.size(file);
    if (start.offset() > size) {
      throw new IOException(
          "%s has %d bytes, reading was to go on at byte %d (line %d): the file was changed; put back the one that was first read"
              .formatted(file, size, start.offset(), start.lineNo()));
    }
    in = new FileInputStream(file.toFile());
    try {
      in.skipNBytes(start.offset());
      bufferOffset = start.offset();
      lineNo = start.lineNo();
      refill();
    } catch (IOException e) {
      in.close();
      throw e;
    }
    if (start.offset() == 0 && startsWithMark()) {
      position = 3;
    }
  }

  /**
   * Reads the next lines.
   *
   * @param into what it held before is replaced
   * @param maxLines blank ones included; fewer are read when lines are long
   * @return false when the file has no more lines
   */
  public boolean read(RawLines into, int maxLines) throws IOException {
    if (maxLines < 1) {
      throw new IllegalArgumentException("a block of " + maxLines + " lines");
    }
    into.clear();
    int lines = 0;
    while (lines < maxLines && into.size() < MAX_BLOCK_BYTES && readLine(into)) {
      lines++;
    }
    into.endAt(new Position(bufferOffset + position, lineNo));
    return lines > 0;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  private boolean readLine(RawLines into) throws IOException {
    int length = scan();
    if (length == NO_LINE) {
      return false;
    }
    boolean carriageReturn = length > 0 && buffer[position + length - 1] == '\r';
    int content = carriageReturn ? length - 1 : length;
    if (length == NO_END_YET || content > MAX_LINE_BYTES) {
      addTooLong(into);
    } else {
      add(into, content);
      position = Math.min(position + length + 1, limit);
    }
    lineNo = Math.incrementExact(lineNo);
    return true;
  }

  /** Bytes from the current position to the end of the line; collects what they are. */
  private int scan() throws IOException {
    int scanned = 0;
    kinds = 0;
    while (true) {
      int at = position + scanned;
      int seen = kinds;
      while (at < limit && buffer[at] != '\n') {
        seen |= KINDS[buffer[at++] & 0xff];
      }
      kinds = seen;
      scanned = at - position;
      if (at < limit) {
        return scanned;
      }
      if (scanned > MAX_LINE_BYTES + 1) {
        return NO_END_YET;
      }
      if (!refill()) {
        return scanned == 0 ? NO_LINE : scanned;
      }
    }
  }

  private void add(RawLines into, int length) {
    boolean stray = (kinds & CARRIAGE_RETURN) != 0 && hasCarriageReturn(length);
    if ((kinds & (CONTROL | BEYOND_ASCII | CONTENT)) == 0 && !stray) {
      into.addBlank();
      return;
    }
    boolean text =
        !stray
            && (kinds & CONTROL) == 0
            && ((kinds & BEYOND_ASCII) == 0 || strictText.isValid(buffer, position, length));
    LineState state =
        !text ? LineState.UNREADABLE : (kinds & QUOTE) != 0 ? LineState.QUOTED : LineState.PLAIN;
    into.add(lineNo, bufferOffset + position, length, state, buffer, position, length);
  }

  private void addTooLong(RawLines into) throws IOException {
    MessageDigest digest = sha256();
    byte[] kept = Arrays.copyOfRange(buffer, position, position + KEPT_BYTES);
    long offset = bufferOffset + position;
    long length = 0;
    boolean carriageReturn = false;
    boolean ended = false;
    do {
      int end = position;
      while (end < limit && buffer[end] != '\n') {
        end++;
      }
      digest.update(buffer, position, end - position);
      length += end - position;
      carriageReturn = end > position ? buffer[end - 1] == '\r' : carriageReturn;
      ended = end < limit;
      position = ended ? end + 1 : end;
    } while (!ended && refill());
    into.addTooLong(lineNo, offset, carriageReturn ? length - 1 : length, kept, digest.digest());
  }

  private boolean hasCarriageReturn(int length) {
    for (int i = position; i < position + length; i++) {
      if (buffer[i] == '\r') {
        return true;
      }
    }
    return false;
  }

  /** Moves what is left to the front and reads on; false at the end of the file. */
  private boolean refill() throws IOException {
    int left = limit - position;
    System.arraycopy(buffer, position, buffer, 0, left);
    bufferOffset += position;
    position = 0;
    int read = in.readNBytes(buffer, left, BUFFER_BYTES - left);
    limit = left + read;
    return read > 0;
  }

  private boolean startsWithMark() {
    return limit >= 3
        && buffer[0] == (byte) 0xEF
        && buffer[1] == (byte) 0xBB
        && buffer[2] == (byte) 0xBF;
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static byte[] kinds() {
    byte[] kinds = new byte[256];
    for (int b = 0; b < 256; b++) {
      kinds[b] =
          switch (b) {
            case ';', ' ' -> 0;
            case '\r' -> CARRIAGE_RETURN;
            case '"' -> QUOTE | CONTENT;
            case '\t' -> CONTENT;
            case 0x7F -> CONTROL;
            default -> b < 0x20 ? CONTROL : b < 0x80 ? CONTENT : BEYOND_ASCII;
          };
    }
    return kinds;
  }
}
