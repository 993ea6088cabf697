package org.caisse.app;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.caisse.config.text.Language;
import org.caisse.domain.document.DocumentNumber;
import org.caisse.domain.reject.RejectCode;
import org.caisse.jobs.run.FileStore;
import org.caisse.jobs.run.Run;
import org.caisse.jobs.run.UsageException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Shows a run, a file or a document. */
@Command(
    name = "show",
    description =
        "Show a run: steps, files, counts, rejects, outputs; also while it is under way. Or a file"
            + " that was taken in, from arrival to effect. Or a document by its number, an"
            + " employer's account, or the life of a receipt.")
final class ShowCommand implements Callable<Integer> {

  @ParentCommand private Caisse caisse;
  @Spec private CommandSpec spec;

  @Parameters(
      arity = "1..2",
      paramLabel = "RUN|FILE|DOCUMENT|EMPLOYER|PERSON|receipt NUMBER",
      description =
          "a run by its number or label; a file by its name, label, day/name, or the beginning of"
              + " its sha256; a document by its number, such as AVIS-2026-000123;"
              + " the account of an employer by its number; a person by its number; the life of a"
              + " receipt by its number, such as receipt 12-3")
  private List<String> words;

  private String word;

  @Option(
      names = "--file",
      description = "it is a file: also by its number, as `caisse files` lists it")
  private boolean file;

  @Option(names = "--all", description = "of a file: list every declaration")
  private boolean all;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    word = words.getLast();
    if (words.size() == 2) {
      return receipt(out);
    }
    Optional<DocumentNumber> document = file ? Optional.empty() : DocumentNumber.parse(word);
    try (Session session = Session.open(caisse)) {
      if (document.isPresent()) {
        document(out, new DocumentView(session).of(document.get()));
        return Caisse.DONE;
      }
      RunView view = new RunView(session);
      Optional<Run> found = file ? Optional.empty() : view.search(word);
      if (found.isEmpty()) {
        return file(out, session);
      }
      Run run = found.get();
      if (caisse.json()) {
        Map<String, Object> all = new LinkedHashMap<>(view.head(run));
        all.put(
            "executing", run.status() == Run.Status.RUNNING && session.launcher().isExecuting(run));
        all.put("steps", view.steps(run));
        all.put("inputs", view.inputs(run));
        all.put("files", view.files(run));
        all.put("rejects", view.rejects(run));
        all.put("outputs", view.outputs(run));
        all.put("notes", view.notes(run));
        out.println(Json.text(all));
        return Caisse.DONE;
      }
      print(out, session, view, run);
      return Caisse.DONE;
    }
  }

  private int receipt(PrintWriter out) {
    if (!words.getFirst().equals("receipt")) {
      throw new UsageException(
          "say one thing to show, or receipt and its number: caisse show receipt 12-3");
    }
    try (Session session = Session.open(caisse)) {
      ReceiptView view = new ReceiptView(session);
      Map<String, Object> life =
          view.of(word)
              .orElseThrow(
                  () ->
                      new UsageException(
                          "there is no receipt %s: the lists of a settlement name them, like 12-3"
                              .formatted(word)));
      if (caisse.json()) {
        out.println(Json.text(life));
      } else {
        view.print(out, life, caisse.language(session.environment().settings().language()));
      }
      return Caisse.DONE;
    }
  }

  private int file(PrintWriter out, Session session) {
    FileStore files = new FileStore(session.environment());
    AccountView accounts = new AccountView(session);
    Optional<Long> employer = file ? Optional.empty() : accounts.employer(word);
    if (employer.isPresent()) {
      Language language = caisse.language(session.environment().settings().language());
      CollectionView collection = new CollectionView(session, language);
      if (caisse.json()) {
        Map<String, Object> account = accounts.of(word, employer.get());
        account.putAll(collection.of(employer.get()));
        out.println(Json.text(account));
      } else {
        accounts.print(out, word, employer.get(), language);
        collection.print(out, employer.get());
      }
      return Caisse.DONE;
    }
    PersonView persons = new PersonView(session);
    Optional<Long> person = file ? Optional.empty() : persons.person(word);
    if (person.isPresent()) {
      Language language = caisse.language(session.environment().settings().language());
      Map<String, Object> account = accounts.ofPerson(person.get());
      if (caisse.json()) {
        Map<String, Object> page = persons.of(person.get());
        page.put("account", account);
        out.println(Json.text(page));
      } else {
        persons.print(out, person.get(), language);
        if (!account.isEmpty()) {
          accounts.printPerson(out, word, person.get(), language);
        }
      }
      return Caisse.DONE;
    }
    if (!file && files.find(word).isEmpty()) {
      throw new UsageException(
          "'%s' names no run, no file, no employer and no person: `caisse runs` and `caisse files` list runs and files"
              .formatted(word));
    }
    Map<String, Object> page = new FileView(session).page(files.one(word));
    if (caisse.json()) {
      out.println(Json.text(page));
    } else {
      Language language = caisse.language(session.environment().settings().language());
      new FilePage(out, session, language).print(page, all);
    }
    return Caisse.DONE;
  }

  private void document(PrintWriter out, Map<String, Object> document) {
    if (caisse.json()) {
      out.println(Json.text(document));
      return;
    }
    out.printf("Document %s%n", document.remove("document"));
    document.forEach((name, value) -> line(out, name, value));
  }

  private static void print(PrintWriter out, Session session, RunView view, Run run) {
    Map<String, Object> head = view.head(run);
    out.printf("Run %s  %s%n", head.get("id"), head.get("run"));
    String status = String.valueOf(head.get("status"));
    if (run.status() == Run.Status.RUNNING && !session.launcher().isExecuting(run)) {
      status = "its process died: `caisse restart %d` goes on where it was".formatted(run.id());
    }
    line(out, "status", status);
    line(out, "business date", head.get("business_date"));
    line(out, "language", head.get("language"));
    line(
        out,
        "pack",
        head.get("pack")
            + "  "
            + head.get("pack_sha256")
            + "…  settings "
            + head.get("settings_sha256")
            + "…");
    line(out, "began", head.get("began") + " by " + head.get("by"));
    line(out, "ended", head.get("ended"));
    line(out, "failure", head.get("failure"));
    line(out, "given up", head.get("given_up"));
    line(
        out,
        "manifest",
        head.get("manifest") == null
            ? null
            : head.get("manifest") + "  chain " + head.get("chain"));
    table(out, "steps", view.steps(run));
    table(out, "reads runs", view.inputs(run));
    table(out, "files taken in", view.files(run));
    table(out, "counts", counts(head.get("counts")));
    List<Map<String, Object>> rejects = view.rejects(run);
    for (Map<String, Object> reject : rejects) {
      Map<String, Object> named = new LinkedHashMap<>();
      named.put("reject", RejectCode.ofNumber(((Number) reject.get("code")).intValue()).name());
      named.put("count", reject.get("count"));
      reject.clear();
      reject.putAll(named);
    }
    table(out, "rejects", rejects);
    table(
        out,
        "outputs, in " + session.environment().workspace().outbox().resolve(run.key().label()),
        view.outputs(run));
    List<String> notes = view.notes(run);
    if (!notes.isEmpty()) {
      out.println("  notes");
      notes.forEach(note -> out.println("    " + note));
    }
  }

  private static List<Map<String, Object>> counts(Object json) {
    List<Map<String, Object>> rows = new ArrayList<>();
    if (json != null) {
      Json.numbers(json.toString())
          .forEach(
              (name, number) -> {
                Map<String, Object> row = new LinkedHashMap<>();
                row.put("count", name);
                row.put("number", number);
                rows.add(row);
              });
    }
    return rows;
  }

  private static void line(PrintWriter out, String name, Object value) {
    if (value != null) {
      out.printf("  %-14s%s%n", name, value);
    }
  }

  private static void table(PrintWriter out, String title, List<Map<String, Object>> rows) {
    if (!rows.isEmpty()) {
      out.printf("  %s%n", title);
      TextTable.print(out, rows);
    }
  }
}
