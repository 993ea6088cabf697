package org.caisse.writers.document;

import java.io.IOException;
import java.time.LocalDate;

/** A form in which the employers without declaration are listed. */
public interface MissingForm {

  /**
   * Adds an employer.
   *
   * @param since first day of its affiliation
   */
  void append(String employerNo, String name, String ogd, LocalDate since) throws IOException;

  /** Nothing may follow. */
  void finish() throws IOException;
}
