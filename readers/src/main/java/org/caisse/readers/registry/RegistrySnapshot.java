package org.caisse.readers.registry;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.caisse.domain.contribution.EmployerFacts;

/**
 * What a run knows of employers and persons, as it was when the run began. Immutable, and small
 * enough to hold all persons of a country, 25 bytes for each of ten million: identifiers stand in
 * one array of bytes, found by open addressing and always compared in full.
 */
public final class RegistrySnapshot implements Registry {

  private final Map<String, EmployerVersion> employers;
  private final PersonNumbers numbers;
  private final CompactLongs personIds;
  private final Spells spells;

  /** The few numbers that belong to another person: index of the one, of the other. */
  private final Map<Integer, Integer> kept;

  /** Of the persons that they belong to: the days that all their numbers give. */
  private final Map<Integer, Days> days;

  private record Days(int from, int to) {

    Days and(int otherFrom, int otherTo) {
      return new Days(Math.min(from, otherFrom), Math.max(to, otherTo));
    }
  }

  /**
   * An employer as it is from a day on.
   *
   * @param next the version after it, or null
   */
  private record EmployerVersion(LocalDate from, EmployerFacts facts, EmployerVersion next) {

    /** These versions and one more. */
    EmployerVersion with(LocalDate otherFrom, EmployerFacts other) {
      return otherFrom.isBefore(from)
          ? new EmployerVersion(otherFrom, other, this)
          : new EmployerVersion(
              from,
              facts,
              next == null
                  ? new EmployerVersion(otherFrom, other, null)
                  : next.with(otherFrom, other));
    }
  }

  private RegistrySnapshot(
      Map<String, EmployerVersion> employers,
      PersonNumbers numbers,
      CompactLongs personIds,
      Spells spells,
      Map<Integer, Integer> kept) {
    this.employers = employers;
    this.numbers = numbers;
    this.personIds = personIds;
    this.spells = spells;
    this.kept = kept;
    Map<Integer, Days> all = new HashMap<>();
    kept.forEach(
        (dropped, person) -> {
          Days known = all.getOrDefault(person, new Days(spells.from(person), spells.to(person)));
          all.put(person, known.and(spells.from(dropped), spells.to(dropped)));
        });
    this.days = Map.copyOf(all);
  }

  /**
   * The employer as it was in a month: its last version that began before the end of the month, or
   * its earliest when none had.
   *
   * @param no as senders write it
   * @param periodStart first day of the month
   * @return null when there is none by that number
   */
  @Override
  public EmployerFacts employer(String no, LocalDate periodStart) {
    EmployerVersion version = employers.get(no);
    if (version == null) {
      return null;
    }
    LocalDate end = periodStart.plusMonths(1);
    while (version.next() != null && version.next().from().isBefore(end)) {
      version = version.next();
    }
    return version.facts();
  }

  /**
   * The index of a person, from 0, for the other methods. Numbers of one person give the same.
   *
   * @param no as senders write it
   * @return -1 when there is none by that number
   */
  @Override
  public int person(CharSequence no) {
    int found = numbers.find(no);
    return kept.isEmpty() ? found : kept.getOrDefault(found, found);
  }

  /**
   * Key inside the database of a number that the registry knows: its own, also when it belongs to
   * another person. So what was declared stays what was declared, whatever is decided later.
   */
  public long personId(CharSequence no, int person) {
    return personIds.get(kept.isEmpty() ? person : numbers.find(no));
  }

  /** First day the registry knows the person, as epoch day. */
  @Override
  public int personFrom(int person) {
    Days merged = days.isEmpty() ? null : days.get(person);
    return merged == null ? spells.from(person) : merged.from();
  }

  /** Day from which the registry no longer knows the person, as epoch day. */
  @Override
  public int personTo(int person) {
    Days merged = days.isEmpty() ? null : days.get(person);
    return merged == null ? spells.to(person) : merged.to();
  }

  /** Number of persons. */
  public int persons() {
    return personIds.size();
  }

  /** Collects what becomes a snapshot; used once. */
  public static final class Builder {

    private final Map<String, EmployerVersion> employers = new HashMap<>();
    private final PersonNumbers.Builder numbers;
    private final CompactLongs personIds;
    private final Spells spells;
    private final Map<Long, Long> kept = new HashMap<>();

    /** For few persons. */
    public Builder() {
      this(0);
    }

    /**
     * For about so many persons; more may come. Arrays that grow need twice their memory.
     *
     * @param persons how many are expected
     */
    public Builder(int persons) {
      numbers = new PersonNumbers.Builder(persons);
      personIds = new CompactLongs(persons);
      spells = new Spells(persons);
    }

    /**
     * Adds an employer as it is from a day on.
     *
     * @throws IllegalArgumentException when it has a version of that day already
     */
    public Builder addEmployer(LocalDate versionFrom, EmployerFacts facts) {
      EmployerVersion versions = employers.get(facts.employerNo());
      for (EmployerVersion one = versions; one != null; one = one.next()) {
        if (one.from().equals(versionFrom)) {
          throw new IllegalArgumentException(
              "employer '%s' has two versions from %s; the registry should give the later one"
                  .formatted(facts.employerNo(), versionFrom));
        }
      }
      employers.put(
          facts.employerNo(),
          versions == null
              ? new EmployerVersion(versionFrom, facts, null)
              : versions.with(versionFrom, facts));
      return this;
    }

    /**
     * Adds a person.
     *
     * @param personNo as senders write it, in UTF-8; copied
     * @param personId key inside the database
     * @param fromEpochDay first day the registry knows the person
     * @param toEpochDay day from which it no longer does
     */
    public Builder addPerson(byte[] personNo, long personId, int fromEpochDay, int toEpochDay) {
      numbers.add(personNo);
      personIds.add(personId);
      spells.add(fromEpochDay, toEpochDay);
      return this;
    }

    /** Adds a person; see {@link #addPerson(byte[], long, int, int)}. */
    public Builder addPerson(String personNo, long personId, int fromEpochDay, int toEpochDay) {
      byte[] bytes = PersonNumbers.utf8(personNo);
      if (bytes == null) {
        throw new IllegalArgumentException(
            "person number '%s' holds half a character; it cannot be written in a file"
                .formatted(personNo));
      }
      return addPerson(bytes, personId, fromEpochDay, toEpochDay);
    }

    /** Says that a person's number belongs to another person; both are added, or it is nothing. */
    public Builder belongs(long personId, long keptId) {
      kept.put(personId, keptId);
      return this;
    }

    /**
     * The snapshot.
     *
     * @throws IllegalArgumentException when two persons have the same number
     */
    public RegistrySnapshot build() {
      return new RegistrySnapshot(employers, numbers.build(), personIds, spells, merged());
    }

    private Map<Integer, Integer> merged() {
      if (kept.isEmpty()) {
        return Map.of();
      }
      Set<Long> concerned = new HashSet<>(kept.keySet());
      concerned.addAll(kept.values());
      Map<Long, Integer> places = new HashMap<>();
      for (int person = 0; person < personIds.size(); person++) {
        long id = personIds.get(person);
        if (concerned.contains(id)) {
          places.put(id, person);
        }
      }
      Map<Integer, Integer> merged = new HashMap<>();
      kept.forEach(
          (dropped, keeps) -> {
            if (places.containsKey(dropped) && places.containsKey(keeps)) {
              merged.put(places.get(dropped), places.get(keeps));
            }
          });
      return Map.copyOf(merged);
    }
  }
}
