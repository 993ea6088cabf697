package org.caisse.domain.contribution;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * The accepted spells of each person within one declaration and what it completes: an
 * open-addressing table that is emptied in constant time, so that small declarations cost nothing
 * and its size is bounded by the largest declaration, not by the file.
 */
final class SpellsOfDeclaration {

  private static final int FIRST_CAPACITY = 64;

  private final Set<AcceptedSpell> before = new HashSet<>();
  private int generation = 1;
  private int size;
  private int[] generations = new int[FIRST_CAPACITY];
  private int[] persons = new int[FIRST_CAPACITY];
  private int[] days = new int[FIRST_CAPACITY];
  private int[] worked = new int[FIRST_CAPACITY];
  private int[] spells = new int[FIRST_CAPACITY];
  private long[] grossMinor = new long[FIRST_CAPACITY];

  void clear() {
    generation++;
    size = 0;
    before.clear();
  }

  /** A spell of what the declaration completes. */
  void addBefore(AcceptedSpell spell) {
    add(spell);
    before.add(spell);
  }

  /** Whether what the declaration completes has this very spell. */
  boolean hadBefore(AcceptedSpell spell) {
    return before.contains(spell);
  }

  /** Days of a month as bits, bit 0 for the first; none from day 0. */
  static int dayBits(int from, int to) {
    return from == 0 ? 0 : (int) ((1L << to) - (1L << (from - 1)));
  }

  /** The slot of a person, or a negative number when none of its lines was accepted yet. */
  int find(int person) {
    int slot = probe(person);
    return generations[slot] == generation ? slot : -1;
  }

  /** Days of the month already covered, bit 0 for the first. */
  int days(int slot) {
    return days[slot];
  }

  /** How many days of the month are covered. */
  int covered(int slot) {
    return Integer.bitCount(days[slot]);
  }

  /** Declared days, differences counted. */
  int worked(int slot) {
    return worked[slot];
  }

  int spells(int slot) {
    return spells[slot];
  }

  long grossMinor(int slot) {
    return grossMinor[slot];
  }

  void add(AcceptedSpell spell) {
    int person = spell.person();
    int dayBits = dayBits(spell.fromDay(), spell.toDay());
    int slot = probe(person);
    if (generations[slot] == generation) {
      days[slot] |= dayBits;
      worked[slot] += spell.worked();
      spells[slot]++;
      grossMinor[slot] = Math.addExact(grossMinor[slot], spell.grossMinor());
      return;
    }
    if (size >= persons.length / 2) {
      grow();
      slot = probe(person);
    }
    put(slot, person, dayBits, spell.worked(), 1, spell.grossMinor());
    size++;
  }

  private void put(int slot, int person, int dayBits, int workedDays, int count, long gross) {
    generations[slot] = generation;
    persons[slot] = person;
    days[slot] = dayBits;
    worked[slot] = workedDays;
    spells[slot] = count;
    grossMinor[slot] = gross;
  }

  private int probe(int person) {
    int mask = persons.length - 1;
    int slot = (person * 0x9E3779B9) >>> 7 & mask;
    while (generations[slot] == generation && persons[slot] != person) {
      slot = slot + 1 & mask;
    }
    return slot;
  }

  private void grow() {
    int[] oldGenerations = generations;
    int[] oldPersons = persons;
    int[] oldDays = days;
    int[] oldWorked = worked;
    int[] oldSpells = spells;
    long[] oldGross = grossMinor;
    int capacity = oldPersons.length * 2;
    generations = new int[capacity];
    persons = new int[capacity];
    days = new int[capacity];
    worked = new int[capacity];
    spells = new int[capacity];
    grossMinor = new long[capacity];
    Arrays.fill(generations, generation - 1);
    for (int i = 0; i < oldPersons.length; i++) {
      if (oldGenerations[i] == generation) {
        put(
            probe(oldPersons[i]),
            oldPersons[i],
            oldDays[i],
            oldWorked[i],
            oldSpells[i],
            oldGross[i]);
      }
    }
  }
}
