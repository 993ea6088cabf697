package org.caisse.jobs.keyed;

/**
 * In which portions steps by key read, commit and archive. What is posted and sent does not depend
 * on it; where archive files end depends on the items per part.
 *
 * @param block items judged together
 * @param blocksPerChunk blocks a transaction
 * @param blocksPerPart blocks an archive file
 */
public record KeyedSizes(int block, int blocksPerChunk, int blocksPerPart) {

  /** Fixed, so that two machines leave the same files. */
  public static final KeyedSizes STANDARD = new KeyedSizes(1_000, 10, 250);

  private static final int BLOCKS_JOINED = 16;

  /** Items whose facts are joined at once, in works that do not join all of them. */
  public int joined() {
    return BLOCKS_JOINED * block;
  }
}
