package org.caisse.jobs.replay;

import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.caisse.config.workspace.Workspace;
import org.caisse.domain.pack.Law;
import org.caisse.jobs.verify.Manifest;
import org.caisse.readers.archive.ArchiveReader;

/** The parts of an intake's archive, each as a piece of work of its own. */
final class ReplayIntake {

  private final ArchivedRun run;
  private final Workspace workspace;
  private final WithdrawnFiles withdrawn;
  private final Done done;

  /** What tells whether a part holds a month: one column is read, not thirty. */
  record PeriodOnly(LocalDate periodStart) {}

  /**
   * @param withdrawn the files whose declarations count no more
   */
  ReplayIntake(ArchivedRun run, Workspace workspace, WithdrawnFiles withdrawn, Done done) {
    this.run = run;
    this.workspace = workspace;
    this.withdrawn = withdrawn;
    this.done = done;
  }

  /** Rows that a replay of all parts reads. */
  static long rows(ArchivedRun run) {
    return run.body().outputs("archive").stream()
        .mapToLong(file -> file.rows() == null ? 0 : file.rows())
        .sum();
  }

  /**
   * Work for each part.
   *
   * @param period only parts that hold declarations of this month are judged; null for all parts
   */
  List<Callable<ReplayedPart>> parts(LocalDate period, Differences differences) {
    run.requireRuleset();
    Law law = run.law(workspace);
    Map<String, Manifest.OutputFile> lines = new HashMap<>();
    run.files("lines").forEach(file -> lines.put(number(file), file));
    List<Callable<ReplayedPart>> parts = new ArrayList<>();
    for (Manifest.OutputFile file : run.files("declarations")) {
      Manifest.OutputFile ofPart = lines.remove(number(file));
      if (ofPart == null) {
        differences.add(run.key().label() + " " + file.name(), "lines of the part", "", "none");
      } else {
        ReplayDeclarations part =
            new ReplayDeclarations(run, law, period, withdrawn, file, ofPart, done);
        parts.add(
            () -> {
              if (period == null || holds(file, period)) {
                return part.call();
              }
              done.add(file.rows() + ofPart.rows());
              return new ReplayedPart();
            });
      }
    }
    lines
        .values()
        .forEach(
            file ->
                differences.add(
                    run.key().label() + " " + file.name(), "declarations of the part", "", "none"));
    return parts;
  }

  /** A part that cannot be looked into is judged, which says what is wrong with it. */
  private boolean holds(Manifest.OutputFile file, LocalDate period) {
    boolean[] found = {false};
    try {
      new ArchiveReader<>(run.folder().resolve(file.name()), PeriodOnly.class)
          .forEach(row -> found[0] |= period.equals(row.periodStart()));
      return found[0];
    } catch (UncheckedIOException | IllegalArgumentException e) {
      return true;
    }
  }

  /** {@code 00001.parquet} of {@code lines-00001.parquet}. */
  private static String number(Manifest.OutputFile file) {
    return file.name().substring(file.name().lastIndexOf('-') + 1);
  }
}
