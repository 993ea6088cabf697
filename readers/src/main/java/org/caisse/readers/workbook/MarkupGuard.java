package org.caisse.readers.workbook;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Passes XML on as long as no piece of markup (a tag, a comment, an instruction, a CDATA section)
 * is longer than any that a spreadsheet program writes, because the parser holds each of them in
 * memory whole; and as long as there is no document type, in which entities are declared. Text
 * between pieces of markup may be of any length.
 */
final class MarkupGuard extends FilterReader {

  static final int MAX_MARKUP_CHARS = 1 << 20;

  /** Characters after the first of {@code <!--}, and the first dash of the end. */
  private static final int OPENING_OF_COMMENT = 4;

  private enum State {
    TEXT,
    OPENED,
    TAG,
    DECLARATION,
    COMMENT,
    CDATA,
    INSTRUCTION
  }

  private final String part;
  private State state = State.TEXT;
  private char quote;
  private char previous;
  private char beforePrevious;
  private int length;

  MarkupGuard(String part, Reader in) {
    super(in);
    this.part = part;
  }

  @Override
  public int read() throws IOException {
    char[] one = new char[1];
    return read(one, 0, 1) < 0 ? -1 : one[0];
  }

  @Override
  public int read(char[] chars, int from, int count) throws IOException {
    int read = in.read(chars, from, count);
    int end = from + read;
    int at = from;
    while (at < end) {
      if (state == State.TEXT) {
        at = afterText(chars, at, end);
      } else {
        char c = chars[at++];
        state = after(c);
        beforePrevious = previous;
        previous = c;
        if (++length > MAX_MARKUP_CHARS) {
          throw WorkbookException.tooLarge(part + ": <…>", MAX_MARKUP_CHARS);
        }
      }
    }
    return read;
  }

  private int afterText(char[] chars, int from, int end) {
    int at = from;
    while (at < end && chars[at] != '<') {
      at++;
    }
    if (at < end) {
      state = State.OPENED;
      length = 0;
      at++;
    }
    return at;
  }

  private State after(char c) {
    return switch (state) {
      case TEXT -> throw new IllegalStateException("text is no markup");
      case OPENED -> c == '!' ? State.DECLARATION : c == '?' ? State.INSTRUCTION : inTag(c);
      case TAG -> inTag(c);
      case DECLARATION -> {
        if (c != '-' && c != '[') {
          throw WorkbookException.damaged(part + ": <!" + c + "…");
        }
        yield c == '-' ? State.COMMENT : State.CDATA;
      }
      case COMMENT -> {
        boolean dashes = length > OPENING_OF_COMMENT && previous == '-' && beforePrevious == '-';
        yield c == '>' && dashes ? State.TEXT : state;
      }
      case CDATA -> c == '>' && previous == ']' && beforePrevious == ']' ? State.TEXT : state;
      case INSTRUCTION -> c == '>' && previous == '?' ? State.TEXT : state;
    };
  }

  private State inTag(char c) {
    if (quote != 0) {
      quote = c == quote ? 0 : quote;
    } else if (c == '"' || c == '\'') {
      quote = c;
    } else if (c == '>') {
      return State.TEXT;
    }
    return State.TAG;
  }
}
