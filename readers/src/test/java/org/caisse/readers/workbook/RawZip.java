package org.caisse.readers.workbook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** A zip archive written field by field, so that every field can be a lie. */
public final class RawZip {

  /** What the directory says of an entry. */
  public static final class Entry {
    private String name;
    private byte[] packed;
    private int flags = 0x0800;
    private int method = 8;
    private long checksum;
    private long size;
    private long packedSize;
    private long offset;

    public Entry flags(int bits) {
      flags |= bits;
      return this;
    }

    public Entry method(int number) {
      method = number;
      return this;
    }

    public Entry checksum(long lie) {
      checksum = lie;
      return this;
    }

    public Entry size(long lie) {
      size = lie;
      return this;
    }
  }

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final List<Entry> directory = new ArrayList<>();
  private int comment;
  private int count = -1;

  /** Adds an entry, once it is said what else is not true of it. */
  public Entry add(String name, String content) {
    byte[] bytes = content.getBytes(UTF_8);
    CRC32 crc = new CRC32();
    crc.update(bytes);
    Entry entry = new Entry();
    entry.name = name;
    entry.packed = deflated(bytes);
    entry.checksum = crc.getValue();
    entry.size = bytes.length;
    entry.packedSize = entry.packed.length;
    directory.add(entry);
    return entry;
  }

  /** Adds to the directory one more name for the bytes of an entry. */
  public void addAgain(Entry entry, String name) {
    Entry again = new Entry();
    again.name = name;
    again.packed = null;
    again.checksum = entry.checksum;
    again.size = entry.size;
    again.packedSize = entry.packedSize;
    again.offset = directory.indexOf(entry);
    directory.add(again);
  }

  /** Bytes after the name of each directory entry, as a comment. */
  public RawZip comment(int bytes) {
    comment = bytes;
    return this;
  }

  /** What the end says of the number of entries. */
  public RawZip count(int lie) {
    count = lie;
    return this;
  }

  public byte[] bytes() {
    for (Entry entry : directory) {
      if (entry.packed == null) {
        entry.offset = directory.get((int) entry.offset).offset;
        continue;
      }
      entry.offset = out.size();
      ByteBuffer local = buffer(30);
      local.putInt(0x04034b50).putShort((short) 20);
      rest(local, entry);
      local.putShort((short) 0);
      write(local);
      out.writeBytes(entry.name.getBytes(UTF_8));
      out.writeBytes(entry.packed);
    }
    int start = out.size();
    for (Entry entry : directory) {
      ByteBuffer central = buffer(46);
      central.putInt(0x02014b50).putShort((short) 20).putShort((short) 20);
      rest(central, entry);
      central.putShort((short) 0).putShort((short) comment).putShort((short) 0).putShort((short) 0);
      central.putInt(0).putInt((int) entry.offset);
      write(central);
      out.writeBytes(entry.name.getBytes(UTF_8));
      out.writeBytes(new byte[comment]);
    }
    ByteBuffer end = buffer(22);
    short entries = (short) (count < 0 ? directory.size() : count);
    end.putInt(0x06054b50).putInt(0).putShort(entries).putShort(entries);
    end.putInt(out.size() - start).putInt(start).putShort((short) 0);
    write(end);
    return out.toByteArray();
  }

  public Path write(Path file) throws IOException {
    return Files.write(file, bytes());
  }

  private void write(ByteBuffer header) {
    byte[] bytes = new byte[header.position()];
    header.flip().get(bytes);
    out.writeBytes(bytes);
  }

  private static void rest(ByteBuffer header, Entry entry) {
    header.putShort((short) entry.flags).putShort((short) entry.method).putInt(0);
    header.putInt((int) entry.checksum).putInt((int) entry.packedSize).putInt((int) entry.size);
    header.putShort((short) entry.name.getBytes(UTF_8).length);
  }

  private static byte[] deflated(byte[] bytes) {
    Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
    deflater.setInput(bytes);
    deflater.finish();
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    byte[] buffer = new byte[8192];
    while (!deflater.finished()) {
      packed.write(buffer, 0, deflater.deflate(buffer));
    }
    deflater.end();
    return packed.toByteArray();
  }

  private static ByteBuffer buffer(int length) {
    return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
  }
}
