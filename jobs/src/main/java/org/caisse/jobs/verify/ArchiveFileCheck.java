package org.caisse.jobs.verify;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.caisse.domain.contribution.DeclarationRow;
import org.caisse.domain.contribution.EmployerRow;
import org.caisse.domain.contribution.LineRow;
import org.caisse.domain.contribution.PersonRow;
import org.caisse.domain.contribution.StandingRow;
import org.caisse.domain.contribution.StateRow;
import org.caisse.domain.contribution.WithdrawnRow;
import org.caisse.readers.archive.ArchiveReader;

/**
 * Compares an archive file with its manifest: by its bytes first; where these differ, by its rows,
 * which is what counts.
 */
final class ArchiveFileCheck {

  private static final Map<String, Class<? extends Record>> ROWS =
      Map.of(
          "lines", LineRow.class,
          "declarations", DeclarationRow.class,
          "plan", StandingRow.class,
          "anew", PersonRow.class,
          "enrolled", PersonRow.class,
          "employers", EmployerRow.class,
          "state", StateRow.class,
          "withdrawn", WithdrawnRow.class);
  private static final String WHAT = "an archive file holds what the rules saw and decided";

  private final Path file;
  private final Manifest.OutputFile expected;
  private final Findings findings;

  ArchiveFileCheck(Path file, Manifest.OutputFile expected, Findings findings) {
    this.file = file;
    this.expected = expected;
    this.findings = findings;
  }

  /**
   * @param sha256 of its bytes, or null when the envelope does not say
   */
  void check(String sha256) {
    if (!Files.isRegularFile(file)) {
      findings.broken(WHAT, file.toString(), "there is no such file", restore(sha256));
      return;
    }
    String found = RunFilesCheck.sha256(file);
    if (found.equals(sha256)) {
      return;
    }
    String rows = contentSha256();
    if (rows.equals(expected.contentSha256())) {
      findings.notice(
          "an archive file has the bytes that were written",
          file.toString(),
          "its sha256 is %s; the rows in it are the same".formatted(found),
          "nothing is lost: find out who wrote the file again");
    } else {
      findings.broken(
          WHAT,
          file.toString(),
          "its sha256 is %s; of its rows: %s instead of %s"
              .formatted(found, rows, expected.contentSha256()),
          restore(sha256) + "; `caisse replay` shows which rows");
    }
  }

  private String contentSha256() {
    int dash = expected.name().lastIndexOf('-');
    Class<? extends Record> rows = ROWS.get(dash < 0 ? "" : expected.name().substring(0, dash));
    if (rows == null) {
      return "unknown kind of rows";
    }
    try {
      return new ArchiveReader<>(file, rows).contentSha256();
    } catch (UncheckedIOException | IllegalArgumentException e) {
      return e.getMessage();
    }
  }

  private static String restore(String sha256) {
    return sha256 == null
        ? "restore it from a copy"
        : "restore it from a copy whose sha256 is " + sha256;
  }
}
