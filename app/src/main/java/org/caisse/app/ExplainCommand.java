package org.caisse.app;

import java.util.concurrent.Callable;
import org.caisse.config.text.Language;
import org.caisse.jobs.run.UsageException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Explains a decision. */
@Command(
    name = "explain",
    description =
        "Explain what was decided of a line of an invoice: rights, price, limits with what took"
            + " them, who pays what and by which rule, and why not more.")
final class ExplainCommand implements Callable<Integer> {

  @ParentCommand private Caisse caisse;
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "PROVIDER/INVOICE/LINE",
      description = "a line of an invoice, counted from 1, such as CMA-12/F-2026-031/2")
  private String word;

  @Option(
      names = "--version-of-invoice",
      paramLabel = "N",
      description = "of an invoice that was corrected: which version (default: the last one)")
  private int version;

  @Override
  public Integer call() {
    int first = word.indexOf('/');
    int last = word.lastIndexOf('/');
    if (first <= 0 || last == first || !word.substring(last + 1).matches("[0-9]{1,9}")) {
      throw new UsageException(
          "'%s' names no line: write provider/invoice/line, such as CMA-12/F-2026-031/2"
              .formatted(word));
    }
    try (Session session = Session.open(caisse)) {
      Language language = caisse.language(session.environment().settings().language());
      LineView view = new LineView(session, language);
      LineView.Line line =
          view.find(
              word.substring(0, first),
              word.substring(first + 1, last),
              version,
              Integer.parseInt(word.substring(last + 1)));
      if (caisse.json()) {
        spec.commandLine().getOut().println(Json.text(view.json(line)));
      } else {
        view.print(spec.commandLine().getOut(), line);
      }
      return Caisse.DONE;
    }
  }
}
