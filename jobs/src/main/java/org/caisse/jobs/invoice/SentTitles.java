package org.caisse.jobs.invoice;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.caisse.config.format.FileKind;
import org.caisse.jobs.received.ReceivedFiles;
import org.caisse.jobs.run.FrozenFile;
import org.caisse.jobs.run.RunContext;
import org.caisse.readers.received.SourceMap;

/** What the senders of a run's files call the columns, for their rejects. */
final class SentTitles {

  private final RunContext run;
  private final ReceivedFiles received;
  private final Map<Integer, Map<String, String>> titles = new HashMap<>();

  SentTitles(RunContext run, ReceivedFiles received) {
    this.run = run;
    this.received = received;
  }

  /** The sender's title of one of our columns; the same when there is no other. */
  String of(int fileId, String column) throws IOException {
    Map<String, String> ofFile = titles.get(fileId);
    if (ofFile == null) {
      ofFile = read(fileId);
      titles.put(fileId, ofFile);
    }
    return ofFile.getOrDefault(column, column);
  }

  private Map<String, String> read(int fileId) throws IOException {
    FrozenFile file =
        run.files().stream().filter(one -> one.id() == fileId).findFirst().orElseThrow();
    received.prepare(run.files(), file.ordinal());
    Map<String, String> ofFile = new HashMap<>();
    try (SourceMap map = received.sourceMap(file)) {
      if (map != null) {
        FileKind.INVOICES.columns().forEach(column -> ofFile.put(column, map.title(column)));
      }
    }
    return ofFile;
  }
}
