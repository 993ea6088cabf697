package org.caisse.app;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Lists what people decided. */
@Command(name = "decisions", description = "List what people decided, and who approved it.")
final class DecisionsCommand implements Callable<Integer> {

  @ParentCommand private Caisse caisse;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    try (Session session = Session.open(caisse)) {
      DecisionView view = new DecisionView(session);
      List<Map<String, Object>> decisions = view.all();
      List<Map<String, Object>> persons = view.ofPersons();
      if (caisse.json()) {
        out.println(Json.text(Stream.of(decisions, persons).flatMap(List::stream).toList()));
      } else if (decisions.isEmpty() && persons.isEmpty()) {
        out.println("Nothing was decided.");
      } else {
        Stream.of(decisions, persons)
            .filter(rows -> !rows.isEmpty())
            .forEach(rows -> TextTable.print(out, rows));
      }
      return Caisse.DONE;
    }
  }
}
