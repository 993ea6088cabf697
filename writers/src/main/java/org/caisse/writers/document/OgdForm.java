package org.caisse.writers.document;

import java.io.IOException;
import org.caisse.domain.pack.Shares;

/** A form in which a delegated body is told what it is to collect. */
public interface OgdForm {

  /**
   * Adds an employer.
   *
   * @throws IllegalArgumentException when another body collects from it
   */
  void employer(EmployerMonth month) throws IOException;

  /**
   * Adds the enrolled persons of a population, who owe a flat amount each.
   *
   * @param population id in the pack
   * @param persons how many
   * @param contributions what they owe together
   */
  void enrolled(String population, int persons, Shares contributions) throws IOException;

  /** Adds the total; nothing may follow. */
  void finish() throws IOException;
}
