package org.caisse.readers.line;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;

/**
 * Lines of a file that follow each other, blank ones left out, in one array of bytes. Filled by
 * {@link LineSource#read}; what was read before is forgotten then.
 */
public final class RawLines {

  private byte[] bytes = new byte[1 << 16];
  private int[] starts = new int[1025];
  private int[] lineNos = new int[1024];
  private long[] offsets = new long[1024];
  private long[] lengths = new long[1024];
  private LineState[] states = new LineState[1024];
  private int count;
  private int blankLines;
  private Position end = Position.START;

  /** Number of lines that are not blank. */
  public int count() {
    return count;
  }

  /** Number of lines of this part of the file that are empty or only separators and spaces. */
  public int blankLines() {
    return blankLines;
  }

  /** Where the next line starts. */
  public Position end() {
    return end;
  }

  /** Line of the file, from 1. */
  public int lineNo(int line) {
    return lineNos[check(line)];
  }

  /** Bytes of the file before the line; a byte order mark is before the first one. */
  public long offset(int line) {
    return offsets[check(line)];
  }

  /** Bytes of the line in the file, without its end. */
  public long length(int line) {
    return lengths[check(line)];
  }

  /** What can be done with the line. */
  public LineState state(int line) {
    return states[check(line)];
  }

  /**
   * The line for people: as it was sent where it is text, else with U+FFFD for whatever is not; of
   * a line that is too long, the beginning.
   */
  public String text(int line) {
    String text = new String(bytes, starts[check(line)], kept(line), StandardCharsets.UTF_8);
    return states[line] == LineState.PLAIN || states[line] == LineState.QUOTED
        ? text
        : withoutControls(text);
  }

  /**
   * Feeds a line and a line feed to a digest, whatever its end was in the file. Of a line that is
   * too long, the beginning and the SHA-256 of the whole are fed.
   */
  public void update(MessageDigest digest, int line) {
    digest.update(bytes, starts[check(line)], starts[line + 1] - starts[line]);
  }

  /** Whether the line begins with these characters of ASCII. */
  public boolean startsWith(int line, String prefix) {
    if (kept(check(line)) < prefix.length()) {
      return false;
    }
    for (int i = 0; i < prefix.length(); i++) {
      if (bytes[starts[line] + i] != prefix.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Text of lines that follow each other, each with its line feed. */
  String text(int fromLine, int toLine) {
    return new String(
        bytes, starts[fromLine], starts[toLine] - starts[fromLine], StandardCharsets.UTF_8);
  }

  byte[] bytes() {
    return bytes;
  }

  int start(int line) {
    return starts[check(line)];
  }

  /** Bytes in memory, line feeds included. */
  int size() {
    return starts[count];
  }

  void clear() {
    count = 0;
    blankLines = 0;
  }

  void addBlank() {
    blankLines++;
  }

  void endAt(Position position) {
    end = position;
  }

  void add(
      int lineNo, long offset, long length, LineState state, byte[] from, int start, int kept) {
    if (count == lineNos.length) {
      grow();
    }
    lineNos[count] = lineNo;
    offsets[count] = offset;
    lengths[count] = length;
    states[count] = state;
    int at = starts[count];
    int next = at + kept + 1;
    if (next > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(next, bytes.length * 2));
    }
    System.arraycopy(from, start, bytes, at, kept);
    bytes[next - 1] = '\n';
    starts[++count] = next;
  }

  /**
   * @param kept the first {@link LineSource#KEPT_BYTES}
   * @param digest SHA-256 of the whole line
   */
  void addTooLong(int lineNo, long offset, long length, byte[] kept, byte[] digest) {
    byte[] both = Arrays.copyOf(kept, kept.length + digest.length);
    System.arraycopy(digest, 0, both, kept.length, digest.length);
    add(lineNo, offset, length, LineState.TOO_LONG, both, 0, both.length);
  }

  private void grow() {
    int capacity = count * 2;
    starts = Arrays.copyOf(starts, capacity + 1);
    lineNos = Arrays.copyOf(lineNos, capacity);
    offsets = Arrays.copyOf(offsets, capacity);
    lengths = Arrays.copyOf(lengths, capacity);
    states = Arrays.copyOf(states, capacity);
  }

  private int kept(int line) {
    return states[line] == LineState.TOO_LONG ? LineSource.KEPT_BYTES : (int) lengths[line];
  }

  private int check(int line) {
    if (line < 0 || line >= count) {
      throw new IndexOutOfBoundsException("line " + line + " of a block of " + count);
    }
    return line;
  }

  private static String withoutControls(String text) {
    char[] chars = text.toCharArray();
    for (int i = 0; i < chars.length; i++) {
      if (StrictText.isControl(chars[i])) {
        chars[i] = '\uFFFD';
      }
    }
    return new String(chars);
  }
}
