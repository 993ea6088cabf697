package org.caisse.jobs.person;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import org.caisse.domain.person.Known;

/** A person as {@code known_person} has it. */
final class KnownRow {

  private KnownRow() {}

  /**
   * The person of a row.
   *
   * @param prefix of the names of its columns
   * @param work who declared the person lately
   */
  static Known of(ResultSet row, String prefix, String work) throws SQLException {
    return new Known(
        row.getString(prefix + "person_no"),
        row.getString(prefix + "last_name"),
        row.getString(prefix + "first_name"),
        row.getObject(prefix + "birth_date", LocalDate.class),
        row.getString(prefix + "sex"),
        row.getString(prefix + "population"),
        row.getString(prefix + "ogd_no"),
        row.getString(prefix + "national_id"),
        row.getString(prefix + "phone"),
        work);
  }
}
