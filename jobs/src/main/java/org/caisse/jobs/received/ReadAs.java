package org.caisse.jobs.received;

import java.util.ArrayList;
import java.util.List;
import org.caisse.config.text.Language;
import org.caisse.config.text.Messages;
import org.caisse.jobs.run.FrozenFile;
import org.caisse.jobs.run.RunContext;
import org.caisse.writers.document.ReceivedFile;

/** How a received file was read, as its acknowledgement says it. */
public final class ReadAs {

  private ReadAs() {}

  /**
   * Of a file.
   *
   * @param own what Caisse's own format is called; empty for that of declarations
   * @param more sentences besides those of the recognition
   */
  public static ReceivedFile.Form of(
      RunContext run, ReceivedFiles files, FrozenFile file, String own, List<String> more) {
    Recognised recognised = files.of(file);
    Language language = run.run().language();
    Messages messages = Messages.of(language);
    String title =
        recognised.own()
            ? own
            : run.formats()
                .description(recognised.format())
                .map(format -> format.titles().getOrDefault(language, format.id()))
                .orElse("");
    List<String> read = new ArrayList<>();
    recognised
        .remarks()
        .forEach(remark -> read.add(messages.get(remark.key(), remark.arguments().toArray())));
    read.addAll(more);
    return new ReceivedFile.Form(recognised.refusal() == null, title, read, recognised.refusal());
  }
}
