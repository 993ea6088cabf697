package org.caisse.writers.archive;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;

/** Compresses pages with Zstandard. */
final class ZstdPages implements AutoCloseable {

  private static final int PAGE_BYTES = 64 * 1024;

  private final ZstdCompressCtx context = new ZstdCompressCtx();
  private final Bytes compressed = new Bytes(PAGE_BYTES);

  ZstdPages(int level) {
    context.setLevel(level);
  }

  /** The compressed form, valid until the next call. */
  Bytes compress(Bytes page) {
    compressed.size(0);
    int bound = Math.toIntExact(Zstd.compressBound(page.size()));
    byte[] target = compressed.room(bound);
    compressed.size(context.compressByteArray(target, 0, bound, page.array(), 0, page.size()));
    return compressed;
  }

  @Override
  public void close() {
    context.close();
  }
}
