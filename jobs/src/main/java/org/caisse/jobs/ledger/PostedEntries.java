package org.caisse.jobs.ledger;

import java.util.ArrayList;
import java.util.List;
import org.caisse.domain.ledger.Component;
import org.caisse.domain.ledger.PostedEntry;
import org.caisse.domain.pack.Payer;

/**
 * Reads the standing entries of a debtor from the text in which a query joins them: {@code
 * ogd|component|payer|rev|amount;…}.
 */
public final class PostedEntries {

  private PostedEntries() {}

  /**
   * @param text as joined, or null when there is none
   */
  public static List<PostedEntry> parse(String text) {
    if (text == null) {
      return List.of();
    }
    List<PostedEntry> entries = new ArrayList<>();
    for (String part : text.split(";", -1)) {
      String[] fields = part.split("\\|", -1);
      entries.add(
          new PostedEntry(
              fields[0],
              Component.valueOf(fields[1]),
              Payer.valueOf(fields[2]),
              Integer.parseInt(fields[3]),
              Long.parseLong(fields[4])));
    }
    return entries;
  }
}
