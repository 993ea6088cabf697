package org.caisse.app;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.caisse.config.text.Language;
import org.caisse.jobs.run.UsageException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Explains a decision on care, or the rights of a person. */
@Command(
    name = "explain",
    description =
        "Explain what was decided of a line of an invoice: rights, price, limits with what took"
            + " them, who pays what and by which rule, and why not more. Of a person: contributions"
            + " by month, family, and which rights there are and why.")
final class ExplainCommand implements Callable<Integer> {

  @ParentCommand private Caisse caisse;
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "LINE|PERSON",
      description =
          "provider/invoice/line, by its number in the invoice, such as CMA-12/F-2026-031/2; or the"
              + " number of a person")
  private String word;

  @Option(
      names = "--version-of-invoice",
      paramLabel = "N",
      description = "of an invoice that was corrected: which version (default: the last one)")
  private int version;

  @Option(
      names = "--on",
      paramLabel = "DATE",
      description = "of a person: as known on this day (default: that of the last run)")
  private LocalDate on;

  @Override
  public Integer call() {
    return word.indexOf('/') < 0 ? person() : line();
  }

  private int person() {
    try (Session session = Session.open(caisse)) {
      RightsView view = new RightsView(session);
      RightsView.Page page = view.find(word, on);
      PrintWriter out = spec.commandLine().getOut();
      if (caisse.json()) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("person", page.personNo());
        json.put("on", page.day().toString());
        json.putAll(page.parts());
        out.println(Json.text(json));
      } else {
        Language language = caisse.language(session.environment().settings().language());
        view.print(out, page, new RightsWords(session.environment().law(), language));
      }
      return Caisse.DONE;
    }
  }

  private int line() {
    int first = word.indexOf('/');
    int last = word.lastIndexOf('/');
    if (first <= 0 || last == first || !word.substring(last + 1).matches("[0-9]{1,9}")) {
      throw new UsageException(
          "'%s' names no line: write provider/invoice/line, such as CMA-12/F-2026-031/2"
              .formatted(word));
    }
    try (Session session = Session.open(caisse)) {
      Language language = caisse.language(session.environment().settings().language());
      new LineView(session, language)
          .show(
              spec.commandLine().getOut(),
              word.substring(0, first),
              word.substring(first + 1, last),
              version,
              Integer.parseInt(word.substring(last + 1)),
              caisse.json());
      return Caisse.DONE;
    }
  }
}
