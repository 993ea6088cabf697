package org.caisse.readers.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Makes inputs from good ones: what senders get wrong (fields, lines, marks, encodings) and what
 * nobody would write. The same number always gives the same input.
 */
final class Mutations {

  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
  private static final int MOST_TIMES = 30;
  private static final int MOST_BYTES = 1 << 19;

  /** From so many changes on, an input can be one of many lines with many changes. */
  private static final int ROBUST = 8;

  /** Texts that mean something to a reader of lines, fields, numbers, days, XML, YAML or JSON. */
  private static final List<String> TOKENS =
      List.of(
          ";",
          ",",
          "\t",
          "|",
          "#~#",
          "\"",
          "\"\"",
          "'",
          "\n",
          "\r\n",
          "\r",
          "\n\n",
          ";;;;;;;;;;;;",
          "\0",
          "\u001A",
          "\u0007",
          "\u00A0",
          "\u202F",
          "\u2028",
          "\u0085",
          "\uFEFF",
          "é",
          "\uD83D\uDE00",
          "0",
          "-1",
          "-0",
          "007",
          "1 000",
          "1\u202F000",
          "1.000",
          "1,000",
          "1.234.567",
          "1,234,567.89",
          "150.000,00",
          "150000.00000000003",
          "1.23E+11",
          "1E400",
          "999999999999999999",
          "9223372036854775807",
          "-9223372036854775808",
          "99999999999999999999999",
          "NaN",
          "2026-02-10",
          "10/02/2026",
          "02/10/2026",
          "31/02/2026",
          "20260210",
          "46063",
          "60",
          "0000-00-00",
          "9999-12-31",
          "2026-02",
          "2026-13",
          "D",
          "L",
          "X",
          "XD",
          "original",
          "replacement",
          "correction",
          "nil",
          "TOTAL",
          "=1+1",
          "@SUM(A1)",
          "../../x",
          "{1}",
          "%s",
          "<",
          "&amp;",
          "&#0;",
          "&x;",
          "]]>",
          "<!--",
          "<!DOCTYPE x>",
          "<c/>",
          "<v></v>",
          "_x0000_",
          ":",
          "- ",
          "[",
          "]",
          "{",
          "}",
          "&a ",
          "*a",
          "!!int ",
          "null",
          "true",
          "? ",
          "|\n",
          "--- ");

  private final List<byte[]> seeds;
  private final int mostChanges;
  private final List<byte[]> fields = new ArrayList<>();

  Mutations(FuzzTarget target) throws IOException {
    this.seeds = List.copyOf(target.seeds());
    this.mostChanges = target.mostChanges();
    for (byte[] seed : seeds) {
      for (String field : new String(seed, ISO_8859_1).split("[;,\\t|\\n\"<>]", -1)) {
        if (!field.isEmpty() && field.length() < 60) {
          fields.add(field.getBytes(ISO_8859_1));
        }
      }
    }
  }

  /** The input of a number; that of 0 to the number of seeds are the seeds. */
  byte[] input(long number) {
    if (number < seeds.size()) {
      return seeds.get((int) number);
    }
    Random random = new Random(number * 0x9E3779B97F4A7C15L);
    byte[] bytes = seeds.get(random.nextInt(seeds.size()));
    int changes = 1 + random.nextInt(mostChanges);
    if (mostChanges >= ROBUST && random.nextBoolean()) {
      int times = 2 + random.nextInt(MOST_TIMES);
      bytes = grown(bytes, times);
      changes += random.nextInt(4 * times);
    }
    for (int n = changes; n > 0; n--) {
      bytes = changed(bytes, random);
      if (bytes.length > MOST_BYTES) {
        bytes = Arrays.copyOf(bytes, MOST_BYTES);
      }
    }
    return bytes;
  }

  /** A longer file: all lines but the first so many times. */
  private static byte[] grown(byte[] bytes, int times) {
    int first = lineEnd(bytes, 0);
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    lines.write(bytes, 0, first);
    for (int n = 0; n < times; n++) {
      lines.write(bytes, first, bytes.length - first);
    }
    return lines.toByteArray();
  }

  private byte[] changed(byte[] bytes, Random random) {
    return switch (random.nextInt(14)) {
      case 0 -> replaced(bytes, random, 1, new byte[] {(byte) random.nextInt(256)});
      case 1 -> replaced(bytes, random, random.nextInt(12), new byte[0]);
      case 2, 3 -> replaced(bytes, random, random.nextInt(3), token(random));
      case 4, 5, 6 -> field(bytes, random, random.nextInt(3) == 0 ? token(random) : own(random));
      case 7 -> field(bytes, random, new byte[0]);
      case 8 -> line(bytes, random, random.nextInt(200) == 0 ? 3000 : random.nextInt(4));
      case 9 -> exchanged(bytes, random);
      case 10 -> spliced(bytes, seeds.get(random.nextInt(seeds.size())), random);
      case 11 -> random.nextInt(10) == 0 ? run(bytes, random) : bytes;
      case 12 -> random.nextInt(4) == 0 ? whole(bytes, random) : bytes;
      default ->
          Arrays.copyOf(bytes, bytes.length - random.nextInt(Math.min(20, bytes.length + 1)));
    };
  }

  private static byte[] token(Random random) {
    return TOKENS.get(random.nextInt(TOKENS.size())).getBytes(UTF_8);
  }

  private byte[] own(Random random) {
    return fields.isEmpty() ? token(random) : fields.get(random.nextInt(fields.size()));
  }

  private static byte[] replaced(byte[] bytes, Random random, int length, byte[] by) {
    int at = random.nextInt(bytes.length + 1);
    return joined(bytes, at, Math.min(bytes.length, at + length), by);
  }

  /** Another value in the place of a field. */
  private static byte[] field(byte[] bytes, Random random, byte[] by) {
    if (bytes.length == 0) {
      return by;
    }
    int at = random.nextInt(bytes.length);
    int from = at;
    while (from > 0 && !isBoundary(bytes[from - 1])) {
      from--;
    }
    int to = at;
    while (to < bytes.length && !isBoundary(bytes[to])) {
      to++;
    }
    return joined(bytes, from, to, by);
  }

  private static boolean isBoundary(byte b) {
    return ";,\t|\n\r\"<>".indexOf(b) >= 0;
  }

  /** A line so many times. */
  private static byte[] line(byte[] bytes, Random random, int times) {
    int at = random.nextInt(bytes.length + 1);
    int from = lineStart(bytes, at);
    int to = lineEnd(bytes, at);
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    int most = Math.min(times, MOST_BYTES / Math.max(1, to - from));
    for (int n = 0; n < most; n++) {
      lines.write(bytes, from, to - from);
    }
    return joined(bytes, from, to, lines.toByteArray());
  }

  /** Two lines in each other's place. */
  private static byte[] exchanged(byte[] bytes, Random random) {
    int one = random.nextInt(bytes.length + 1);
    int other = random.nextInt(bytes.length + 1);
    int first = Math.min(one, other);
    int second = Math.max(one, other);
    int from = lineStart(bytes, first);
    int to = lineEnd(bytes, first);
    int otherFrom = lineStart(bytes, second);
    if (otherFrom < to) {
      return bytes;
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int otherTo = lineEnd(bytes, second);
    out.write(bytes, 0, from);
    out.write(bytes, otherFrom, otherTo - otherFrom);
    out.write(bytes, to, otherFrom - to);
    out.write(bytes, from, to - from);
    out.write(bytes, otherTo, bytes.length - otherTo);
    return out.toByteArray();
  }

  private static byte[] spliced(byte[] bytes, byte[] other, Random random) {
    int at = lineStart(bytes, random.nextInt(bytes.length + 1));
    int from = lineStart(other, random.nextInt(other.length + 1));
    return joined(bytes, at, bytes.length, Arrays.copyOfRange(other, from, other.length));
  }

  /** One character very often. */
  private static byte[] run(byte[] bytes, Random random) {
    String token = TOKENS.get(random.nextInt(TOKENS.size()));
    int times = random.nextBoolean() ? 5_000 : 70_000;
    return replaced(bytes, random, 0, token.repeat(times / token.length()).getBytes(UTF_8));
  }

  /** The whole file as another program would save it. */
  private static byte[] whole(byte[] bytes, Random random) {
    String text = new String(bytes, UTF_8);
    return switch (random.nextInt(8)) {
      case 0 -> text.getBytes(WINDOWS_1252);
      case 1 -> text.getBytes(UTF_16LE);
      case 2 -> text.replace("\n", "\r\n").getBytes(UTF_8);
      case 3 -> text.replace("\n", "\r").getBytes(UTF_8);
      case 4 -> text.replace(';', ',').getBytes(UTF_8);
      case 5 -> text.replace(';', '\t').getBytes(UTF_8);
      case 6 -> text.replace(";", "#~#").getBytes(UTF_8);
      default -> ("\uFEFF" + text).getBytes(UTF_8);
    };
  }

  private static int lineStart(byte[] bytes, int at) {
    int from = at;
    while (from > 0 && bytes[from - 1] != '\n') {
      from--;
    }
    return from;
  }

  private static int lineEnd(byte[] bytes, int at) {
    int to = at;
    while (to < bytes.length && bytes[to] != '\n') {
      to++;
    }
    return Math.min(bytes.length, to + 1);
  }

  private static byte[] joined(byte[] bytes, int from, int to, byte[] by) {
    byte[] joined = new byte[from + by.length + bytes.length - to];
    System.arraycopy(bytes, 0, joined, 0, from);
    System.arraycopy(by, 0, joined, from, by.length);
    System.arraycopy(bytes, to, joined, from + by.length, bytes.length - to);
    return joined;
  }
}
