package org.caisse.jobs.declaration;

import org.caisse.readers.line.Position;
import org.springframework.batch.infrastructure.item.ExecutionContext;

/**
 * How far an intake has come. Two places: the checkpoint, where the archive part under way began,
 * always at a line that opens a declaration, and from which a restart reads; and the last line
 * whose rows are committed. Lines between the two are judged again for the archive, and posted
 * nowhere.
 *
 * @param file ordinal of the checkpoint's file, from 1
 * @param position of the checkpoint in it
 * @param declarationsInFile declarations of that file before the checkpoint
 * @param declarations declarations of the run before the checkpoint
 * @param part archive part that begins there, from 1
 * @param tally of the checkpoint's file, up to it
 * @param committedFile ordinal of the file of the last committed line
 * @param committedLine that line, or 0
 */
record IntakePlace(
    int file,
    Position position,
    int declarationsInFile,
    int declarations,
    int part,
    String tally,
    int committedFile,
    int committedLine) {

  static final IntakePlace START = new IntakePlace(1, Position.START, 0, 0, 1, "", 1, 0);

  /** Where a context says that reading goes on. */
  static IntakePlace of(ExecutionContext context) {
    if (!context.containsKey("checkpoint.file")) {
      return START;
    }
    return new IntakePlace(
        (int) context.getLong("checkpoint.file"),
        new Position(
            context.getLong("checkpoint.offset"), (int) context.getLong("checkpoint.line")),
        (int) context.getLong("checkpoint.declarations.file"),
        (int) context.getLong("checkpoint.declarations"),
        (int) context.getLong("checkpoint.part"),
        context.getString("checkpoint.tally"),
        (int) context.getLong("committed.file"),
        (int) context.getLong("committed.line"));
  }

  void into(ExecutionContext context) {
    context.putLong("checkpoint.file", file);
    context.putLong("checkpoint.offset", position.offset());
    context.putLong("checkpoint.line", position.lineNo());
    context.putLong("checkpoint.declarations.file", declarationsInFile);
    context.putLong("checkpoint.declarations", declarations);
    context.putLong("checkpoint.part", part);
    context.putString("checkpoint.tally", tally);
    context.putLong("committed.file", committedFile);
    context.putLong("committed.line", committedLine);
  }

  /**
   * The same, committed up to a line; never less than before, also while lines are judged again.
   */
  IntakePlace committed(int newFile, int newLine) {
    return covers(newFile, newLine)
        ? this
        : new IntakePlace(
            file, position, declarationsInFile, declarations, part, tally, newFile, newLine);
  }

  /**
   * After everything, when the last part is closed: a restart reads nothing.
   *
   * @param noFile ordinal after that of the last file
   */
  IntakePlace ended(int noFile) {
    return new IntakePlace(noFile, Position.START, 0, declarations, part + 1, "", noFile, 0);
  }

  /** Whether what a line brought about is committed already. */
  boolean covers(int lineFile, int line) {
    return lineFile < committedFile || (lineFile == committedFile && line <= committedLine);
  }
}
