package org.caisse.domain.contribution;

import java.time.LocalDate;
import org.caisse.domain.reject.Reject;

/**
 * One line of a declaration file, typed, with what the registry knows joined to it. A field that
 * could not be typed is not an error yet: it is a fact ({@code problem}) that the rules judge.
 */
public sealed interface DeclarationRecord {

  /** Line of the file, from 1. */
  int lineNo();

  /** The same record, on another line: where the sender's file has it. */
  DeclarationRecord at(int otherLine);

  /**
   * The line that opens a declaration and carries its control totals.
   *
   * @param employerNo as the sender wrote it
   * @param employer what the registry knows, or null when it knows nobody by that number
   * @param periodStart first day of the month, or null when unreadable
   * @param kind null when unknown
   * @param sequence the sender's number of this declaration, from 1; 0 when unreadable
   * @param lines declared number of lines; -1 when unreadable
   * @param grossMinor declared sum of pay, minor units; -1 when unreadable; of a correction or a
   *     differential declaration it may be negative
   * @param problem the first field that could not be read, or that its month came from an old
   *     system; or null
   */
  record Header(
      int lineNo,
      String employerNo,
      EmployerFacts employer,
      LocalDate periodStart,
      DeclarationKind kind,
      int sequence,
      int lines,
      long grossMinor,
      Reject problem)
      implements DeclarationRecord {

    /** The same, with a problem. */
    public Header with(Reject found) {
      return new Header(
          lineNo, employerNo, employer, periodStart, kind, sequence, lines, grossMinor, found);
    }

    @Override
    public Header at(int otherLine) {
      return new Header(
          otherLine,
          employerNo,
          employer,
          periodStart,
          kind,
          sequence,
          lines,
          grossMinor,
          problem == null ? null : problem.at(otherLine));
    }
  }

  /**
   * The line of one person.
   *
   * @param employerNo as the sender wrote it
   * @param periodStart first day of the month, or null when unreadable
   * @param personNo as the sender wrote it
   * @param person the registry's index of the person, or -1 when unknown
   * @param personFrom first day the registry knows the person, as epoch day
   * @param personTo day from which it no longer does, as epoch day
   * @param entryDay first day of the spell as epoch day, or {@link #OPEN} when blank
   * @param exitDay last day of the spell as epoch day, or {@link #OPEN} when blank
   * @param days days worked, below 0 only where they are a difference, or {@link #BLANK}
   * @param grossMinor pay in minor units; 0 when unreadable
   * @param grossReadable whether the amount could be read and counts in the control total
   * @param problem the first field that could not be read, or null
   */
  record Line(
      int lineNo,
      String employerNo,
      LocalDate periodStart,
      String personNo,
      int person,
      int personFrom,
      int personTo,
      int entryDay,
      int exitDay,
      int days,
      long grossMinor,
      boolean grossReadable,
      Reject problem)
      implements DeclarationRecord {

    /** A spell date left blank: the spell reaches the edge of the period. */
    public static final int OPEN = Integer.MIN_VALUE;

    /** Days left blank. */
    public static final int BLANK = Integer.MIN_VALUE;

    @Override
    public Line at(int otherLine) {
      return new Line(
          otherLine,
          employerNo,
          periodStart,
          personNo,
          person,
          personFrom,
          personTo,
          entryDay,
          exitDay,
          days,
          grossMinor,
          grossReadable,
          problem == null ? null : problem.at(otherLine));
    }
  }

  /**
   * A line that is neither.
   *
   * @param opensDeclaration it was meant to open a declaration, so that the lines after it do not
   *     belong to the one before
   * @param problem why it could not be read
   */
  record Unreadable(int lineNo, boolean opensDeclaration, Reject problem)
      implements DeclarationRecord {

    @Override
    public Unreadable at(int otherLine) {
      return new Unreadable(otherLine, opensDeclaration, problem.at(otherLine));
    }
  }
}
