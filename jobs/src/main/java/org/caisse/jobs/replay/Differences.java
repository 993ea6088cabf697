package org.caisse.jobs.replay;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Collects differences; the first {@value #MOST} are kept, all are counted. For one thread. */
final class Differences {

  static final int MOST = 100;

  private final List<Difference> first = new ArrayList<>();
  private long count;

  void add(String where, String what, Object archived, Object now) {
    count++;
    if (first.size() < MOST) {
      first.add(new Difference(where, what, String.valueOf(archived), String.valueOf(now)));
    }
  }

  /** One difference for each component in which two records of a class differ. */
  void compare(String where, Record archived, Record now) {
    if (!archived.equals(now)) {
      components(where, "", archived, now);
    }
  }

  /** Adds those of another collection after these. */
  void addAll(Differences later) {
    for (Difference difference : later.first) {
      if (first.size() < MOST) {
        first.add(difference);
      }
    }
    count += later.count;
  }

  List<Difference> first() {
    return List.copyOf(first);
  }

  long count() {
    return count;
  }

  private void components(String where, String prefix, Record archived, Record now) {
    for (RecordComponent component : archived.getClass().getRecordComponents()) {
      Object then = value(component, archived);
      Object today = value(component, now);
      String what = prefix + component.getName();
      if (Objects.equals(then, today)) {
        continue;
      }
      if (then instanceof Record inner && today instanceof Record innerNow) {
        components(where, what + ".", inner, innerNow);
      } else {
        add(where, what, then, today);
      }
    }
  }

  private static Object value(RecordComponent component, Record row) {
    try {
      component.getAccessor().setAccessible(true);
      return component.getAccessor().invoke(row);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("component " + component + " cannot be read", e);
    }
  }
}
