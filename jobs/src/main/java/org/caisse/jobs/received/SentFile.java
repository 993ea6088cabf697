package org.caisse.jobs.received;

import java.io.IOException;
import java.nio.file.Path;
import org.caisse.config.format.FileKind;
import org.caisse.readers.received.FrontDoor;
import org.caisse.readers.received.Normalised;
import org.caisse.readers.received.Question;
import org.caisse.readers.received.Recognition;
import org.caisse.readers.received.SourceMap;

/**
 * A file that went through the front door outside any run, to be checked.
 *
 * @param recognition what it is
 * @param normalised what was repaired in it; null when it is canonical or was refused before
 * @param question why the whole file is refused, or null
 * @param readable Caisse's own form of it: the file itself or what was made of it
 * @param map where the lines of that came from; null when they are the sender's own
 */
public record SentFile(
    Recognition recognition, Normalised normalised, Question question, Path readable, Path map) {

  /**
   * Opens a file.
   *
   * @param kind what it is about
   * @param sender name of the sender mapping to apply, or empty to find one by the file's name
   * @param work empty folder for what is made of it
   */
  public static SentFile open(FrontDoor door, Path file, FileKind kind, String sender, Path work)
      throws IOException {
    Recognition recognition = door.recognise(file, file.getFileName().toString(), kind, sender);
    if (recognition.question() != null || recognition.own()) {
      return new SentFile(recognition, null, recognition.question(), file, null);
    }
    Path readable = work.resolve("canonical.csv");
    Path map = work.resolve("source.map");
    Normalised normalised = door.normalise(file, recognition, readable, map);
    return new SentFile(recognition, normalised, normalised.question(), readable, map);
  }

  /** The map, opened; null when there is none. */
  public SourceMap sourceMap() throws IOException {
    return map == null ? null : new SourceMap(map);
  }
}
