package org.caisse.jobs.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.caisse.readers.workbook.WorkbookContent;
import org.caisse.readers.workbook.WorkbookException;

/**
 * Compares a workbook with its manifest: by its bytes first; where these differ, by what stands in
 * its cells, which is what counts.
 */
final class WorkbookCheck {

  private final Path file;
  private final Manifest.OutputFile expected;
  private final Findings findings;

  WorkbookCheck(Path file, Manifest.OutputFile expected, Findings findings) {
    this.file = file;
    this.expected = expected;
    this.findings = findings;
  }

  /**
   * @param sha256 of its bytes, or null when the envelope does not say
   */
  void check(String sha256) {
    String restore = "restore it from a copy whose sha256 is " + sha256;
    if (!Files.isRegularFile(file)) {
      findings.broken(RunFilesCheck.OUTPUT, file.toString(), "there is no file " + file, restore);
      return;
    }
    String found = RunFilesCheck.sha256(file);
    if (found.equals(sha256)) {
      return;
    }
    String content = content();
    if (content.equals(expected.contentSha256())) {
      findings.notice(
          "a workbook has the bytes that were written",
          file.toString(),
          "its sha256 is %s; what stands in it is the same".formatted(found),
          "nothing is lost: somebody saved it again, or it was made again on another machine");
    } else {
      findings.broken(
          RunFilesCheck.OUTPUT,
          file.toString(),
          "its sha256 is %s; of its content: %s instead of %s"
              .formatted(found, content, expected.contentSha256()),
          restore);
    }
  }

  private String content() {
    try {
      return WorkbookContent.sha256(file);
    } catch (IOException | WorkbookException e) {
      return "it cannot be read (" + e.getMessage() + ")";
    }
  }
}
