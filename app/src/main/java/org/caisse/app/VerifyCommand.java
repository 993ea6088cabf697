package org.caisse.app;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.caisse.jobs.verify.Finding;
import org.caisse.jobs.verify.Verify;
import org.caisse.jobs.verify.VerifyReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Checks everything that must always hold. */
@Command(
    name = "verify",
    description = {
      "Check the books: invariants, the chain of manifests and its signatures, every file by its"
          + " hash.",
      "Exit code 3 when something does not hold."
    })
final class VerifyCommand implements Callable<Integer> {

  @ParentCommand private Caisse caisse;
  @Spec private CommandSpec spec;

  @Option(names = "--offline", description = "only what needs no database: manifests and files")
  private boolean offline;

  @Override
  public Integer call() {
    VerifyReport report = report();
    PrintWriter out = spec.commandLine().getOut();
    if (caisse.json()) {
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("holds", report.holds());
      json.put("checked", report.checked());
      json.put("head", report.headSha256());
      json.put("key", report.keyFingerprint());
      json.put("finding_count", report.findingCount());
      json.put("findings", report.findings());
      out.println(Json.text(json));
    } else {
      print(out, report);
    }
    return report.holds() ? Caisse.DONE : Caisse.FAILED;
  }

  private VerifyReport report() {
    if (offline) {
      return Verify.offline(Session.workspace(caisse.home()));
    }
    try (Session session = Session.open(caisse)) {
      return Verify.run(session.environment());
    }
  }

  private static void print(PrintWriter out, VerifyReport report) {
    VerifyReport.Checked checked = report.checked();
    out.printf(
        Locale.ROOT,
        "Checked %s%s, files sent: %,d, archived: %,d, received: %,d, of law: %,d; %s%n",
        checked.database() ? "the database, " : "",
        Counted.of(checked.manifests(), "manifests"),
        checked.outboxFiles(),
        checked.archiveFiles(),
        checked.receivedFiles(),
        checked.lawFiles(),
        Counted.of(checked.bytes(), "bytes"));
    out.printf("Head of the chain %s, key %s%n", report.headSha256(), report.keyFingerprint());
    for (Finding finding : report.findings()) {
      out.printf(
          "  %s  %s: %s: %s%n",
          finding.severity(), finding.where(), finding.what(), finding.found());
      out.printf("      %s%n", finding.todo());
    }
    out.println(
        report.holds() ? "Everything holds." : Counted.of(report.findingCount(), "findings") + ".");
  }
}
