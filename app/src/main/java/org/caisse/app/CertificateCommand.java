package org.caisse.app;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.caisse.config.text.Language;
import org.caisse.domain.collection.Clearance;
import org.caisse.domain.collection.ClearanceRow;
import org.caisse.jobs.collection.ClearanceCertificate;
import org.caisse.jobs.run.RunOutcome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Issues a clearance certificate, or lists what stands against it. */
@Command(
    name = "certificate",
    description =
        "Issue a clearance certificate (attestation de régularité) to an employer; when something"
            + " is due and open, or not declared, it is listed and nothing is issued.")
final class CertificateCommand implements Callable<Integer> {

  @ParentCommand private Caisse caisse;
  @Spec private CommandSpec spec;
  @Mixin private BusinessDay date;

  @Parameters(index = "0", paramLabel = "EMPLOYER", description = "number of the employer")
  private String employer;

  @Option(names = "--by", paramLabel = "NAME", description = "who (default: who is logged in)")
  private String by;

  @Option(names = "--reason", paramLabel = "TEXT", description = "what for, in one line")
  private String reason;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    LocalDate day = date.day();
    try (Session session = Session.open(caisse)) {
      Language language = caisse.language(session.environment().settings().language());
      ClearanceRow found = ClearanceCertificate.judge(session.environment(), employer, day);
      if (found.kind() == Clearance.Kind.REFUSED) {
        refuse(out, session, found, language);
        return Caisse.DONE_WITH_REJECTS;
      }
      Map<String, List<String>> parameters = new HashMap<>();
      parameters.put("date", List.of(day.toString()));
      parameters.put("employer", List.of(employer));
      parameters.put("by", List.of(by == null ? System.getProperty("user.name", "unknown") : by));
      if (reason != null) {
        parameters.put("reason", List.of(reason));
      }
      RunOutcome outcome =
          new Runner(session, out, caisse.json())
              .run(ClearanceCertificate.NAME, parameters, language);
      if (outcome.exitCode() == Caisse.DONE && !caisse.json()) {
        new CollectionView(session, language).printIssued(out, outcome.run());
      }
      return outcome.exitCode();
    }
  }

  private void refuse(PrintWriter out, Session session, ClearanceRow found, Language language) {
    if (caisse.json()) {
      out.println(Json.text(CollectionView.json(found)));
    } else {
      new CollectionView(session, language).printRefusal(out, found);
    }
  }
}
