package org.caisse.writers.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.zip.CRC32;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.CompressionCodec;
import org.apache.parquet.format.DataPageHeaderV2;
import org.apache.parquet.format.DictionaryPageHeader;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.PageType;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.Util;

/** The compressed pages of one column in one row group, and what the footer says of them. */
final class Chunk {

  private static final int PAGE_BYTES = 64 * 1024;
  private static final Bytes NO_LEVELS = new Bytes(0);

  private final ZstdPages zstd;
  private final Bytes pages = new Bytes(PAGE_BYTES);
  private final Set<Encoding> encodings = EnumSet.of(Encoding.RLE);
  private final CRC32 crc = new CRC32();
  private int dictionaryBytes;
  private long values;
  private long uncompressed;

  Chunk(ZstdPages zstd) {
    this.zstd = zstd;
  }

  /** Bytes held. */
  int size() {
    return pages.size();
  }

  /** Adds the dictionary, which stands before all pages. */
  void dictionary(Bytes names, int count) throws IOException {
    PageHeader header =
        new PageHeader()
            .setType(PageType.DICTIONARY_PAGE)
            .setDictionary_page_header(new DictionaryPageHeader(count, Encoding.PLAIN));
    add(header, NO_LEVELS, names);
    encodings.add(Encoding.PLAIN);
    dictionaryBytes = pages.size();
  }

  /**
   * Adds a page.
   *
   * @param rows values and nulls together
   * @param levels which rows have a value; stays uncompressed
   */
  void page(int rows, int nulls, Bytes levels, Encoding encoding, Bytes data) throws IOException {
    PageHeader header =
        new PageHeader()
            .setType(PageType.DATA_PAGE_V2)
            .setData_page_header_v2(
                new DataPageHeaderV2(rows, nulls, rows, encoding, levels.size(), 0)
                    .setIs_compressed(true));
    add(header, levels, data);
    encodings.add(encoding);
    values += rows;
  }

  /** What the footer says of the chunk when it begins at an offset of the file. */
  ColumnChunk describe(SchemaElement column, long offset) {
    ColumnMetaData metadata =
        new ColumnMetaData(
            column.getType(),
            List.copyOf(encodings),
            List.of(column.getName()),
            CompressionCodec.ZSTD,
            values,
            uncompressed,
            pages.size(),
            offset + dictionaryBytes);
    if (dictionaryBytes > 0) {
      metadata.setDictionary_page_offset(offset);
    }
    return new ColumnChunk(offset).setMeta_data(metadata);
  }

  /** Writes the pages and starts the next row group's chunk. */
  void flush(OutputStream out) throws IOException {
    out.write(pages.array(), 0, pages.size());
    pages.size(0);
    encodings.clear();
    encodings.add(Encoding.RLE);
    dictionaryBytes = 0;
    values = 0;
    uncompressed = 0;
  }

  private void add(PageHeader header, Bytes levels, Bytes data) throws IOException {
    Bytes compressed = zstd.compress(data);
    crc.reset();
    crc.update(levels.array(), 0, levels.size());
    crc.update(compressed.array(), 0, compressed.size());
    header.setCrc((int) crc.getValue());
    header.setUncompressed_page_size(levels.size() + data.size());
    header.setCompressed_page_size(levels.size() + compressed.size());
    int before = pages.size();
    Util.writePageHeader(header, pages);
    uncompressed += pages.size() - before + levels.size() + data.size();
    pages.write(levels);
    pages.write(compressed);
  }
}
