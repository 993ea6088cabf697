package org.caisse.jobs.received;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.caisse.config.format.FileKind;
import org.caisse.config.format.SenderMapping;
import org.caisse.domain.reject.Reject;
import org.caisse.jobs.run.ContentStore;
import org.caisse.jobs.run.FileKinds;
import org.caisse.jobs.run.FrozenFile;
import org.caisse.jobs.run.RunContext;
import org.caisse.jobs.run.RunEnvironment;
import org.caisse.jobs.run.UsageException;
import org.caisse.readers.received.FrontDoor;
import org.caisse.readers.received.Normalised;
import org.caisse.readers.received.Recognition;
import org.caisse.readers.received.Remark;
import org.caisse.readers.received.SourceMap;
import org.caisse.readers.table.UnreadableTableException;
import org.caisse.writers.file.PartFile;

/**
 * The files of a run on the way from what their senders sent to Caisse's own format. What is made
 * of a file lies in the run's work folder and identifies nothing: it is made again whenever it is
 * missing or has another hash than the row says, and gives the same bytes, because formats and
 * mappings are frozen with the run.
 */
public final class ReceivedFiles {

  private final RunContext run;
  private final FrontDoor door;
  private final RecognitionRows rows;
  private final Map<Integer, Recognised> known = new HashMap<>();
  private final Set<Integer> checked = new HashSet<>();

  public ReceivedFiles(RunContext run) {
    this.run = run;
    this.door = new FrontDoor(run.formats(), run.law().pack().currency());
    this.rows = new RecognitionRows(run);
  }

  /**
   * The sender's mapping that an operator names, checked before anything is frozen.
   *
   * @throws UsageException when there is none of that name
   */
  public static String sender(String name, RunEnvironment environment) {
    if (name.isEmpty()) {
      return name;
    }
    List<String> known =
        Stream.of(FileKind.values())
            .flatMap(kind -> environment.formats().mappings(kind).stream())
            .map(SenderMapping::name)
            .sorted()
            .toList();
    if (!known.contains(name)) {
      throw new UsageException(
          "there is no sender '%s' in %s; there are: %s"
              .formatted(name, environment.workspace().senders(), String.join(", ", known)));
    }
    return name;
  }

  /** Decides what a file is, makes Caisse's own of it, and writes its row. */
  void recognise(FrozenFile file) throws IOException {
    Recognition recognition =
        door.recognise(file.content(), file.name(), FileKinds.of(file.kind()), file.sender());
    Normalised normalised = null;
    List<Remark> remarks = new ArrayList<>(recognition.remarks());
    Reject refusal = recognition.question() == null ? null : recognition.question().reject();
    if (refusal == null && !recognition.own()) {
      try {
        normalised = normalise(file, recognition);
        remarks.addAll(normalised.remarks());
        refusal = normalised.question() == null ? null : normalised.question().reject();
      } catch (UnreadableTableException e) {
        refusal = e.reject();
      }
    }
    String mapSha256 = normalised == null ? null : ContentStore.content(map(file)).sha256();
    rows.insert(file, recognition, normalised, mapSha256, remarks, refusal);
    checked.add(file.id());
  }

  /** What was recognised of a file. */
  public synchronized Recognised of(FrozenFile file) {
    return known.computeIfAbsent(
        file.id(),
        id ->
            rows.find(file)
                .orElseThrow(
                    () ->
                        new IllegalStateException(
                            "file %s of run %s was not recognised yet"
                                .formatted(file.name(), run.run().key().label()))));
  }

  /**
   * Makes sure that what is to be read of the run's files is there.
   *
   * @param from ordinal of the first file that will be read
   */
  public void prepare(List<FrozenFile> files, int from) throws IOException {
    for (FrozenFile file : files) {
      Recognised recognised = of(file);
      if (file.ordinal() >= from && recognised.canonical() != null && checked.add(file.id())) {
        prepare(file, recognised.canonical());
      }
    }
  }

  /**
   * The file to read: what the sender sent, or what was made of it. {@link #prepare} comes before.
   */
  public Path readable(FrozenFile file) {
    return of(file).canonical() == null ? file.content() : canonical(file);
  }

  /** Where the lines of {@link #readable} came from; null when they are the sender's own. */
  public SourceMap sourceMap(FrozenFile file) throws IOException {
    return of(file).canonical() == null ? null : new SourceMap(map(file));
  }

  /** Lines to read, for the progress that people see. */
  public long lines(FrozenFile file) {
    Recognised.Canonical canonical = of(file).canonical();
    return canonical == null ? file.lines() : 1 + canonical.records() + canonical.addedLines();
  }

  private void prepare(FrozenFile file, Recognised.Canonical expected) throws IOException {
    if (has(canonical(file), expected.sha256()) && has(map(file), expected.mapSha256())) {
      return;
    }
    Normalised again =
        normalise(
            file,
            door.recognise(file.content(), file.name(), FileKinds.of(file.kind()), file.sender()));
    if (!again.sha256().equals(expected.sha256()) || !has(map(file), expected.mapSha256())) {
      throw new IllegalStateException(
          "file %s of run %s was read as %s when the run began, and as %s now: finish the run with the program that began it"
              .formatted(file.name(), run.run().key().label(), expected.sha256(), again.sha256()));
    }
  }

  /** Both files appear whole, so that a process that was taken for dead cannot cut them short. */
  private Normalised normalise(FrozenFile file, Recognition recognition) throws IOException {
    Files.createDirectories(run.work());
    Path canonical = PartFile.of(canonical(file));
    Path map = PartFile.of(map(file));
    try {
      Normalised normalised = door.normalise(file.content(), recognition, canonical, map);
      move(map, map(file));
      move(canonical, canonical(file));
      return normalised;
    } finally {
      PartFile.delete(canonical);
      PartFile.delete(map);
    }
  }

  private void move(Path part, Path target) throws IOException {
    run.failPoint().reached("rename " + target.getFileName());
    Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Named by its place in the run: a sender's name never becomes a path. */
  private Path canonical(FrozenFile file) {
    return run.work().resolve("%04d.csv".formatted(file.ordinal()));
  }

  private Path map(FrozenFile file) {
    return run.work().resolve("%04d.map".formatted(file.ordinal()));
  }

  private static boolean has(Path file, String sha256) {
    return Files.isRegularFile(file) && ContentStore.content(file).sha256().equals(sha256);
  }
}
