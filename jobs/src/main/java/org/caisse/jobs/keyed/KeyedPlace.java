package org.caisse.jobs.keyed;

import org.springframework.batch.infrastructure.item.ExecutionContext;

/**
 * How far a step by key has come: the key after which the archive part under way began, and the
 * last key whose rows are committed.
 */
record KeyedPlace(long partAfter1, long partAfter2, int part, long committed1, long committed2) {

  private static final KeyedPlace START = new KeyedPlace(-1, -1, 1, -1, -1);

  static KeyedPlace of(ExecutionContext context) {
    if (!context.containsKey("part")) {
      return START;
    }
    return new KeyedPlace(
        context.getLong("part.after1"),
        context.getLong("part.after2"),
        (int) context.getLong("part"),
        context.getLong("committed1"),
        context.getLong("committed2"));
  }

  void into(ExecutionContext context) {
    context.putLong("part.after1", partAfter1);
    context.putLong("part.after2", partAfter2);
    context.putLong("part", part);
    context.putLong("committed1", committed1);
    context.putLong("committed2", committed2);
  }

  KeyedPlace committed(Keyed<?> last) {
    return last.after(committed1, committed2)
        ? new KeyedPlace(partAfter1, partAfter2, part, last.key1(), last.key2())
        : this;
  }

  KeyedPlace nextPart(Keyed<?> last) {
    return new KeyedPlace(last.key1(), last.key2(), part + 1, committed1, committed2);
  }
}
