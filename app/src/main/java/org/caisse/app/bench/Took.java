package org.caisse.app.bench;

import java.util.OptionalLong;

/**
 * What a piece of work took.
 *
 * @param wallMillis from beginning to end
 * @param clientCpuMillis processor time of the Java processes that did it; empty where it cannot be
 *     read
 * @param serverCpuMillis processor time of the database server meanwhile
 * @param peakBytes the most memory that one of its Java processes held
 */
public record Took(
    long wallMillis,
    OptionalLong clientCpuMillis,
    OptionalLong serverCpuMillis,
    OptionalLong peakBytes) {

  /** Both one after the other. */
  Took plus(Took other) {
    return new Took(
        wallMillis + other.wallMillis,
        sum(clientCpuMillis, other.clientCpuMillis),
        sum(serverCpuMillis, other.serverCpuMillis),
        peakBytes.isPresent() && other.peakBytes.isPresent()
            ? OptionalLong.of(Math.max(peakBytes.getAsLong(), other.peakBytes.getAsLong()))
            : OptionalLong.empty());
  }

  /** Processor time of client and server together. */
  public OptionalLong cpuMillis() {
    return sum(clientCpuMillis, serverCpuMillis);
  }

  private static OptionalLong sum(OptionalLong one, OptionalLong other) {
    return one.isPresent() && other.isPresent()
        ? OptionalLong.of(one.getAsLong() + other.getAsLong())
        : OptionalLong.empty();
  }
}
