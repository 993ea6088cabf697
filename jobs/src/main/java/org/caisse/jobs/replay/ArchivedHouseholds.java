package org.caisse.jobs.replay;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.caisse.config.workspace.Workspace;
import org.caisse.domain.claim.HouseholdRow;
import org.caisse.domain.pack.Law;
import org.caisse.jobs.run.RunKey;
import org.caisse.jobs.verify.Manifest;
import org.caisse.readers.archive.ArchiveReader;

/** Finds what an adjudication saw and decided of a household, with the law that it applied. */
public final class ArchivedHouseholds {

  private ArchivedHouseholds() {}

  /** A household with the law under which it was judged. */
  public record Found(HouseholdRow household, Law law) {}

  /**
   * Looks for a household.
   *
   * @throws org.caisse.jobs.run.UsageException when the run has no manifest
   * @throws ReplayException when manifest or law was changed or is missing
   */
  public static Optional<Found> find(Workspace workspace, RunKey key, String householdNo) {
    ArchivedRun run = ArchivedRun.of(workspace, key);
    AtomicReference<HouseholdRow> found = new AtomicReference<>();
    for (Manifest.OutputFile part : run.files("households")) {
      new ArchiveReader<>(run.folder().resolve(part.name()), HouseholdRow.class)
          .forEach(
              row -> {
                if (row.householdNo().equals(householdNo)) {
                  found.set(row);
                }
              });
      if (found.get() != null) {
        return Optional.of(new Found(found.get(), run.law(workspace)));
      }
    }
    return Optional.empty();
  }
}
