package org.caisse.readers.received;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/**
 * Canonical lines on their way, in a file: the header of a declaration stands before its lines and
 * says how many there are, so that they have to wait; and lines of one declaration may stand
 * anywhere in what was sent. Memory holds a number per declaration, whatever the lines.
 */
final class Spool implements AutoCloseable {

  /** Bytes of an entry besides its two texts: group, source line, lengths of both. */
  private static final int FIXED_BYTES = 16;

  private static final int BUFFER_BYTES = 1 << 16;

  private final Path file;
  private final Path sorted;
  private DataOutputStream out;
  private long[] bytesOf = new long[16];
  private int last = -1;
  private int groups;
  private boolean inOrder = true;

  /** One waiting line: canonical without its end, and as it was sent; both UTF-8. */
  @SuppressWarnings("ArrayRecordComponent") // never compared: bytes on their way from file to file
  record Entry(int group, int sourceLine, byte[] canonical, byte[] raw) {}

  /** Takes the entries in the order in which they belong. */
  interface Taker {
    void take(Entry entry) throws IOException;
  }

  /**
   * @param folder for temporary files, which are gone afterwards
   */
  Spool(Path folder) throws IOException {
    file = Files.createTempFile(folder, ".lines", ".tmp");
    sorted = folder.resolve(file.getFileName() + ".sorted");
    out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), BUFFER_BYTES));
  }

  /**
   * Adds a line.
   *
   * @param group number of its declaration, from 0, in the order in which they first occurred
   * @param canonical the line without its end; empty for the place of a declaration's header
   */
  void add(int group, int sourceLine, String canonical, String raw) throws IOException {
    byte[] line = canonical.getBytes(StandardCharsets.UTF_8);
    byte[] sent = raw.getBytes(StandardCharsets.UTF_8);
    out.writeInt(group);
    out.writeInt(sourceLine);
    out.writeInt(line.length);
    out.writeInt(sent.length);
    out.write(line);
    out.write(sent);
    if (group >= bytesOf.length) {
      bytesOf = Arrays.copyOf(bytesOf, Math.max(group + 1, bytesOf.length * 2));
    }
    bytesOf[group] += FIXED_BYTES + line.length + sent.length;
    groups = Math.max(groups, group + 1);
    inOrder &= group >= last;
    last = group;
  }

  /** Gives all entries, declaration by declaration, each in the order of its lines. */
  void drainTo(Taker taker) throws IOException {
    out.close();
    out = null;
    if (!inOrder) {
      distribute();
    }
    try (DataInputStream in = in(inOrder ? file : sorted)) {
      Entry entry;
      while ((entry = next(in)) != null) {
        taker.take(entry);
      }
    }
  }

  /** Writes each entry to where it belongs: the room that every declaration needs is known. */
  private void distribute() throws IOException {
    long[] next = new long[groups];
    for (int group = 1; group < groups; group++) {
      next[group] = next[group - 1] + bytesOf[group - 1];
    }
    try (DataInputStream in = in(file);
        FileChannel to =
            FileChannel.open(sorted, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      Entry entry;
      while ((entry = next(in)) != null) {
        ByteBuffer bytes = bytes(entry);
        long at = next[entry.group()];
        next[entry.group()] += bytes.remaining();
        while (bytes.hasRemaining()) {
          at += to.write(bytes, at);
        }
      }
    }
  }

  private static ByteBuffer bytes(Entry entry) {
    int texts = entry.canonical().length + entry.raw().length;
    return ByteBuffer.allocate(FIXED_BYTES + texts)
        .putInt(entry.group())
        .putInt(entry.sourceLine())
        .putInt(entry.canonical().length)
        .putInt(entry.raw().length)
        .put(entry.canonical())
        .put(entry.raw())
        .flip();
  }

  private static DataInputStream in(Path from) throws IOException {
    return new DataInputStream(new BufferedInputStream(Files.newInputStream(from), BUFFER_BYTES));
  }

  private static Entry next(DataInputStream in) throws IOException {
    byte[] group = in.readNBytes(Integer.BYTES);
    if (group.length == 0) {
      return null;
    }
    int sourceLine = in.readInt();
    byte[] line = new byte[in.readInt()];
    byte[] sent = new byte[in.readInt()];
    in.readFully(line);
    in.readFully(sent);
    return new Entry(ByteBuffer.wrap(group).getInt(), sourceLine, line, sent);
  }

  @Override
  public void close() throws IOException {
    if (out != null) {
      out.close();
    }
    Files.deleteIfExists(file);
    Files.deleteIfExists(sorted);
  }
}
