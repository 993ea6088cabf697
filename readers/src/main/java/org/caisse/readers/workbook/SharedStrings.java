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
 * The table of texts that the cells of a workbook share. However large it is, it takes no room in
 * the heap: it is written to temporary files that nobody else can open and that are gone with the
 * process, and looked up there.
 */
final class SharedStrings implements AutoCloseable {

  /** A sheet of a million rows and twenty columns of texts that are all different. */
  private static final int MAX_STRINGS = 20_000_000;

  private static final int BUFFER_BYTES = 1 << 16;

  private static final ValueLayout.OfLong OFFSET =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);

  private final Arena arena = Arena.ofShared();
  private final FileChannel textFile;
  private final FileChannel endFile;
  private MemorySegment texts = MemorySegment.NULL;
  private MemorySegment ends = MemorySegment.NULL;

  private SharedStrings() throws IOException {
    textFile = temporary();
    try {
      endFile = temporary();
    } catch (IOException e) {
      textFile.close();
      throw e;
    }
  }

  /**
   * Reads the table.
   *
   * @param part the table, or null when the workbook has none
   * @param maxChars what is kept of a text
   */
  static SharedStrings read(XmlPart part, int maxChars) throws IOException {
    SharedStrings strings = new SharedStrings();
    try {
      if (part != null) {
        strings.fill(part, maxChars);
      }
      strings.texts =
          strings.textFile.map(MapMode.READ_ONLY, 0, strings.textFile.size(), strings.arena);
      strings.ends =
          strings.endFile.map(MapMode.READ_ONLY, 0, strings.endFile.size(), strings.arena);
      return strings;
    } catch (IOException | RuntimeException e) {
      strings.close();
      throw e;
    }
  }

  /** The text of this number from 0, or null when there is none. */
  String get(long index) {
    if (index < 0 || index >= ends.byteSize() / Long.BYTES) {
      return null;
    }
    long start = index == 0 ? 0 : ends.getAtIndex(OFFSET, index - 1);
    long end = ends.getAtIndex(OFFSET, index);
    byte[] bytes = texts.asSlice(start, end - start).toArray(ValueLayout.JAVA_BYTE);
    return new String(bytes, UTF_8);
  }

  @Override
  public void close() throws IOException {
    arena.close();
    try {
      textFile.close();
    } finally {
      endFile.close();
    }
  }

  private void fill(XmlPart part, int maxChars) throws IOException {
    long end = 0;
    int count = 0;
    StringBuilder text = new StringBuilder();
    OutputStream textOut = buffered(textFile);
    DataOutputStream endOut = new DataOutputStream(buffered(endFile));
    while (part.goTo("si")) {
      text.setLength(0);
      RichText.read(part, text, maxChars);
      byte[] bytes = text.toString().getBytes(UTF_8);
      textOut.write(bytes);
      end += bytes.length;
      endOut.writeLong(end);
      if (++count > MAX_STRINGS) {
        throw WorkbookException.tooLarge(part.name(), MAX_STRINGS);
      }
    }
    textOut.flush();
    endOut.flush();
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
