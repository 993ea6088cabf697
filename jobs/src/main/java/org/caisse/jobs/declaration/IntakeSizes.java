package org.caisse.jobs.declaration;

/**
 * In which portions declarations are read, committed and archived. What is posted and sent does not
 * depend on it; where archive files end depends on the rows per part.
 *
 * @param linesPerBlock lines judged together
 * @param blocksPerChunk blocks a transaction
 * @param rowsPerPart rows after which an archive file ends, at the next declaration
 */
public record IntakeSizes(int linesPerBlock, int blocksPerChunk, int rowsPerPart) {

  /** Fixed, so that two machines leave the same files. */
  public static final IntakeSizes STANDARD = new IntakeSizes(2_000, 5, 500_000);
}
