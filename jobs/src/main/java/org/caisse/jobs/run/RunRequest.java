package org.caisse.jobs.run;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/**
 * What a run would read, before it is frozen.
 *
 * @param scope period or business date that identifies it
 * @param businessDate the day whose books it keeps
 * @param takesFiles whether it is new files that make a new run; else it is new runs among those it
 *     reads
 * @param files files to take in; those whose content was taken before are left out
 * @param reads jobs whose completed runs it reads, all of them
 */
public record RunRequest(
    String scope,
    LocalDate businessDate,
    boolean takesFiles,
    List<InputFile> files,
    List<String> reads) {

  public RunRequest {
    files = List.copyOf(files);
    reads = List.copyOf(reads);
  }

  /**
   * A file to take in.
   *
   * @param kind what it holds, as the table {@code file} calls it
   * @param path where it is now
   */
  public record InputFile(String kind, Path path) {}
}
