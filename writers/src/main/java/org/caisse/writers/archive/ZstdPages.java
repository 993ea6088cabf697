package org.caisse.writers.archive;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory.BytesInputCompressor;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/**
 * Compresses pages with Zstandard. Parquet's own codec gives the same, but loads Hadoop's
 * configuration first.
 */
final class ZstdPages implements BytesInputCompressor {

  private final ZstdCompressCtx context = new ZstdCompressCtx();
  private final Page in = new Page();
  private byte[] out = new byte[0];

  ZstdPages(int level) {
    context.setLevel(level);
  }

  @Override
  public BytesInput compress(BytesInput page) throws IOException {
    in.reset();
    page.writeAllTo(in);
    int bound = Math.toIntExact(Zstd.compressBound(in.size()));
    if (out.length < bound) {
      out = new byte[bound];
    }
    int length = context.compressByteArray(out, 0, out.length, in.bytes(), 0, in.size());
    return BytesInput.from(out, 0, length);
  }

  @Override
  public CompressionCodecName getCodecName() {
    return CompressionCodecName.ZSTD;
  }

  @Override
  public void release() {
    context.close();
  }

  /** A buffer that is read in place. */
  private static final class Page extends ByteArrayOutputStream {
    byte[] bytes() {
      return buf;
    }
  }
}
