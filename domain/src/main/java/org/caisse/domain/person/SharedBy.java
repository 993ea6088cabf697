package org.caisse.domain.person;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What duplicates of a person would share with it: pairs are looked for among persons with a key in
 * common, so that the work grows with the number of persons and not with its square. Keys are the
 * sound of all names with the year of birth; the day of birth with the sound of each name; national
 * number; telephone. A duplicate that shares none of these is not found.
 */
public final class SharedBy {

  private SharedBy() {}

  /** The keys of a person, in the order of the alphabet. */
  public static Set<String> keys(Known person) {
    Set<String> keys = new TreeSet<>();
    List<String> sounds =
        NameParts.of(person.lastName() + " " + person.firstName()).stream()
            .map(NameParts::sound)
            .sorted()
            .toList();
    LocalDate birth = person.birthDate();
    if (!sounds.isEmpty()) {
      keys.add("N " + String.join(" ", sounds) + (birth == null ? "" : " " + birth.getYear()));
    }
    if (birth != null && !person.dayUnknown()) {
      boolean swaps = birth.getDayOfMonth() <= 12;
      LocalDate swapped =
          swaps
              ? LocalDate.of(birth.getYear(), birth.getDayOfMonth(), birth.getMonthValue())
              : birth;
      LocalDate first = swapped.isBefore(birth) ? swapped : birth;
      sounds.forEach(sound -> keys.add("B " + first + " " + sound));
    }
    add(keys, "I ", person.nationalId());
    add(keys, "T ", person.phone());
    return keys;
  }

  private static void add(Set<String> keys, String kind, String number) {
    String digits = ComparePersons.digits(number);
    if (!digits.isEmpty()) {
      keys.add(kind + digits);
    }
  }
}
