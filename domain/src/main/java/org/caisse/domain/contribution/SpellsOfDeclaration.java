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
  private int[] spells = new int[FIRST_CAPACITY];
  private long[] grossMinor = new long[FIRST_CAPACITY];

  void clear() {
    generation++;
    size = 0;
    before.clear();
  }

  /** A spell of what the declaration completes. */
  void addBefore(AcceptedSpell spell) {
    add(spell.person(), dayBits(spell.fromDay(), spell.toDay()), spell.grossMinor());
    before.add(spell);
  }

  /** Whether what the declaration completes has this very spell. */
  boolean hadBefore(AcceptedSpell spell) {
    return before.contains(spell);
  }

  /** Days of a month as bits, bit 0 for the first. */
  static int dayBits(int from, int to) {
    return (int) ((1L << to) - (1L << (from - 1)));
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

  int spells(int slot) {
    return spells[slot];
  }

  long grossMinor(int slot) {
    return grossMinor[slot];
  }

  void add(int person, int dayBits, long gross) {
    int slot = probe(person);
    if (generations[slot] == generation) {
      days[slot] |= dayBits;
      spells[slot]++;
      grossMinor[slot] = Math.addExact(grossMinor[slot], gross);
      return;
    }
    if (size >= persons.length / 2) {
      grow();
      slot = probe(person);
    }
    put(slot, person, dayBits, 1, gross);
    size++;
  }

  private void put(int slot, int person, int dayBits, int count, long gross) {
    generations[slot] = generation;
    persons[slot] = person;
    days[slot] = dayBits;
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
    int[] oldSpells = spells;
    long[] oldGross = grossMinor;
    int capacity = oldPersons.length * 2;
    generations = new int[capacity];
    persons = new int[capacity];
    days = new int[capacity];
    spells = new int[capacity];
    grossMinor = new long[capacity];
    Arrays.fill(generations, generation - 1);
    for (int i = 0; i < oldPersons.length; i++) {
      if (oldGenerations[i] == generation) {
        put(probe(oldPersons[i]), oldPersons[i], oldDays[i], oldSpells[i], oldGross[i]);
      }
    }
  }
}
