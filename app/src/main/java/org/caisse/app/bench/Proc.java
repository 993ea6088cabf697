package org.caisse.app.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/**
 * What Linux says of processes. Elsewhere, and of processes that are gone, there is nothing to say.
 */
final class Proc {

  /** Clock ticks a second, as Linux reports processor time on every architecture of today. */
  private static final long MILLIS_PER_TICK = 10;

  /** Fields of {@code /proc/PID/stat} after the name, which stands in brackets. */
  private static final int PARENT = 1;

  private static final int OWN_USER = 11;
  private static final int OWN_SYSTEM = 12;
  private static final int CHILDREN_USER = 13;
  private static final int CHILDREN_SYSTEM = 14;

  private Proc() {}

  /** Processor time of the children of this process that have ended, in milliseconds. */
  static OptionalLong endedChildrenMillis() {
    String[] fields = stat(ProcessHandle.current().pid());
    return fields == null
        ? OptionalLong.empty()
        : OptionalLong.of(sum(fields, CHILDREN_USER, CHILDREN_SYSTEM));
  }

  /** Processor time of this process, in milliseconds. */
  static OptionalLong ownMillis() {
    String[] fields = stat(ProcessHandle.current().pid());
    return fields == null
        ? OptionalLong.empty()
        : OptionalLong.of(sum(fields, OWN_USER, OWN_SYSTEM));
  }

  /** Processor time of a process and all its children, ended or not, in milliseconds. */
  static OptionalLong familyMillis(long pid) {
    String[] fields = stat(pid);
    if (fields == null) {
      return OptionalLong.empty();
    }
    long millis = sum(fields, OWN_USER, OWN_SYSTEM, CHILDREN_USER, CHILDREN_SYSTEM);
    for (ProcessHandle child :
        ProcessHandle.of(pid).stream().flatMap(ProcessHandle::children).toList()) {
      String[] own = stat(child.pid());
      if (own != null && Long.parseLong(own[PARENT]) == pid) {
        millis += sum(own, OWN_USER, OWN_SYSTEM);
      }
    }
    return OptionalLong.of(millis);
  }

  /** The most memory that a living process ever held, in bytes. */
  static OptionalLong peakBytes(long pid) {
    try {
      for (String line : Files.readAllLines(Path.of("/proc/" + pid + "/status"))) {
        if (line.startsWith("VmHWM:")) {
          return OptionalLong.of(Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024);
        }
      }
    } catch (IOException e) {
      return OptionalLong.empty();
    }
    return OptionalLong.empty();
  }

  private static String[] stat(long pid) {
    try {
      String text = Files.readString(Path.of("/proc/" + pid + "/stat"), StandardCharsets.UTF_8);
      return text.substring(text.lastIndexOf(')') + 2).split(" ", -1);
    } catch (IOException e) {
      return null;
    }
  }

  private static long sum(String[] fields, int... which) {
    long ticks = 0;
    for (int field : which) {
      ticks += Long.parseLong(fields[field]);
    }
    return ticks * MILLIS_PER_TICK;
  }
}
