package org.caisse.readers.workbook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The table of texts that the cells of a workbook share. It is read as far as cells refer to it.
 * However large it is, it takes no room in the heap: it is written to temporary files that nobody
 * else can open and that are gone with the process, and looked up there.
 */
final class SharedStrings implements AutoCloseable {

  /** A sheet of a million rows and twenty columns of texts that are all different. */
  private static final int MAX_STRINGS = 20_000_000;

  private static final int BUFFER_BYTES = 1 << 16;

  private static final ValueLayout.OfLong OFFSET =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);

  private final XmlPart part;
  private final int maxChars;
  private final Arena arena = Arena.ofShared();
  private final FileChannel textFile;
  private final FileChannel endFile;
  private final OutputStream textOut;
  private final DataOutputStream endOut;
  private final StringBuilder text = new StringBuilder();
  private MemorySegment texts = MemorySegment.NULL;
  private MemorySegment ends = MemorySegment.NULL;
  private long end;
  private int count;
  private boolean complete;

  /**
   * @param part the table, or null when the workbook has none
   * @param maxChars what is kept of a text
   */
  SharedStrings(XmlPart part, int maxChars) throws IOException {
    this.part = part;
    this.maxChars = maxChars;
    this.complete = part == null;
    textFile = temporary();
    try {
      endFile = temporary();
    } catch (IOException e) {
      textFile.close();
      throw e;
    }
    textOut = buffered(textFile);
    endOut = new DataOutputStream(buffered(endFile));
  }

  /** The text of this number from 0, or null when there is none. */
  String get(int index) throws IOException {
    if (index >= mapped() && !complete) {
      fill(Math.max(index + 1, 2 * count));
    }
    if (index < 0 || index >= mapped()) {
      return null;
    }
    long start = index == 0 ? 0 : ends.getAtIndex(OFFSET, index - 1);
    long length = ends.getAtIndex(OFFSET, index) - start;
    return new String(texts.asSlice(start, length).toArray(ValueLayout.JAVA_BYTE), UTF_8);
  }

  /** Reads the rest of the table, so that it is known to be whole. */
  void finish() throws IOException {
    if (!complete) {
      fill(Integer.MAX_VALUE);
    }
  }

  @Override
  public void close() throws IOException {
    arena.close();
    try (part;
        textFile;
        endFile) {
      complete = true;
    }
  }

  private long mapped() {
    return ends.byteSize() / Long.BYTES;
  }

  /** Reads on until there are so many texts, or no more. */
  private void fill(int wanted) throws IOException {
    while (count < wanted && part.goTo("si")) {
      if (++count > MAX_STRINGS) {
        throw WorkbookException.tooLarge(part.name(), MAX_STRINGS);
      }
      text.setLength(0);
      RichText.read(part, text, maxChars);
      byte[] bytes = text.toString().getBytes(UTF_8);
      textOut.write(bytes);
      end += bytes.length;
      endOut.writeLong(end);
    }
    complete = count < wanted;
    textOut.flush();
    endOut.flush();
    texts = textFile.map(MapMode.READ_ONLY, 0, textFile.size(), arena);
    ends = endFile.map(MapMode.READ_ONLY, 0, endFile.size(), arena);
  }

  private static OutputStream buffered(FileChannel file) {
    return new BufferedOutputStream(Channels.newOutputStream(file), BUFFER_BYTES);
  }

  private static FileChannel temporary() throws IOException {
    Path file = Files.createTempFile("caisse-texts-", ".tmp");
    return FileChannel.open(
        file,
        StandardOpenOption.READ,
        StandardOpenOption.WRITE,
        StandardOpenOption.DELETE_ON_CLOSE);
  }
}
