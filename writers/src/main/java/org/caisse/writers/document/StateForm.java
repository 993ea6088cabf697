package org.caisse.writers.document;

import java.io.IOException;

/** A form in which the State is told what it owes. */
public interface StateForm {

  /**
   * Adds a population whose contributions the State bears, such as indigents.
   *
   * @param ogd code of the delegated body with which they are enrolled
   * @param ogdName its name
   * @param population id in the pack
   * @param persons how many
   * @param amountMinor what the State owes for them, minor units
   */
  void funded(String ogd, String ogdName, String population, int persons, long amountMinor)
      throws IOException;

  /** Adds the total; nothing may follow. */
  void finish() throws IOException;
}
