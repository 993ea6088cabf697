package org.caisse.domain.person;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What is known of a person under one number, on the day of the comparison.
 *
 * @param personNo number in the registry
 * @param birthDate null when it is not known
 * @param sex {@code M}, {@code F} or empty
 * @param population empty for people whom employers declare
 * @param ogd code of the delegated body, or empty
 * @param nationalId national number, or empty
 * @param phone telephone, or empty
 * @param work employers that declared the person lately, as {@link #work()} reads them
 */
public record Known(
    String personNo,
    String lastName,
    String firstName,
    LocalDate birthDate,
    String sex,
    String population,
    String ogd,
    String nationalId,
    String phone,
    String work) {

  /**
   * An employer that declared the person.
   *
   * @param from first month, such as {@code 2026-01}
   * @param to last month
   */
  public record Work(String employerNo, String from, String to) {}

  boolean isWoman() {
    return sex.equals("F");
  }

  /** 1 January stands for a day that nobody knows in most registries of the region. */
  boolean dayUnknown() {
    return birthDate != null && birthDate.getMonthValue() == 1 && birthDate.getDayOfMonth() == 1;
  }

  /** Who declared the person, and from when to when. */
  List<Work> works() {
    List<Work> works = new ArrayList<>();
    if (!work.isEmpty()) {
      for (String one : work.split(";", -1)) {
        String[] parts = one.split("\\|", -1);
        works.add(new Work(parts[0], parts[1], parts[2]));
      }
    }
    return works;
  }
}
