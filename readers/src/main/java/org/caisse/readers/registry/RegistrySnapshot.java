package org.caisse.readers.registry;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
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
      Spells spells) {
    this.employers = employers;
    this.numbers = numbers;
    this.personIds = personIds;
    this.spells = spells;
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
   * The index of a person, from 0, for the other methods.
   *
   * @param no as senders write it
   * @return -1 when there is none by that number
   */
  @Override
  public int person(CharSequence no) {
    return numbers.find(no);
  }

  /** Key of a person inside the database. */
  public long personId(int person) {
    return personIds.get(person);
  }

  /** First day the registry knows the person, as epoch day. */
  @Override
  public int personFrom(int person) {
    return spells.from(person);
  }

  /** Day from which the registry no longer knows the person, as epoch day. */
  @Override
  public int personTo(int person) {
    return spells.to(person);
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

    /**
     * The snapshot.
     *
     * @throws IllegalArgumentException when two persons have the same number
     */
    public RegistrySnapshot build() {
      return new RegistrySnapshot(employers, numbers.build(), personIds, spells);
    }
  }
}
