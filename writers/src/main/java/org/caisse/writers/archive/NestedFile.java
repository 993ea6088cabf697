package org.caisse.writers.archive;

import com.jerolba.carpet.CarpetParquetWriter;
import java.io.IOException;
import java.util.Map;
import org.apache.parquet.column.ParquetProperties.WriterVersion;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.OutputFile;

/** Writes rows that hold records or lists through Carpet: slower, for the smaller archives. */
final class NestedFile<T> implements RowFile {

  private static final long ROW_GROUP_BYTES = 4L << 20;

  private final Class<T> rowClass;
  private final ParquetWriter<T> writer;

  NestedFile(OutputFile out, Class<T> rowClass, Map<String, String> metadata) throws IOException {
    this.rowClass = rowClass;
    writer =
        CarpetParquetWriter.builder(out, rowClass)
            .withExtraMetaData(metadata)
            .withConf(new PlainParquetConfiguration())
            .withCompressionCodec(CompressionCodecName.ZSTD)
            .config("parquet.compression.codec.zstd.level", "1")
            .withDictionaryEncoding(false)
            .withWriterVersion(WriterVersion.PARQUET_2_0)
            .withRowGroupSize(ROW_GROUP_BYTES)
            .build();
  }

  @Override
  public void write(Object[] rows, int count) throws IOException {
    for (int i = 0; i < count; i++) {
      writer.write(rowClass.cast(rows[i]));
    }
  }

  @Override
  public void finish() throws IOException {
    writer.close();
  }

  @Override
  public void close() {
    // Carpet's writer holds nothing outside the heap; closing it would write a footer.
  }
}
