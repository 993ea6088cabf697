package org.caisse.domain.contribution;

import java.util.List;
import org.caisse.domain.ledger.PostedEntry;
import org.caisse.domain.pack.Circumstances;
import org.caisse.domain.pack.Shares;

/**
 * All that is needed to assess one person anew for a month and compare with what is posted.
 *
 * @param employerNo who declares the person, or empty for a person who owes for itself or is funded
 *     by the State
 * @param personNo number in the registry
 * @param population under which the person contributes; of what is posted when it no longer does
 * @param ogd code of the delegated body that collects
 * @param due whether the person contributes for this month at all
 * @param payMinor all pay by this employer for the month, minor units; 0 without employer; below 0
 *     where only differences are left
 * @param postedBaseMinor base of what is posted
 * @param posted what is posted
 * @param lastRev revision of what is posted; 0 as read, -1 for nothing
 * @param owed ledger entries that stand for a person who owes for itself
 * @param lastEntryRev highest revision of the person's ledger document of the month, or 0
 * @param person what is known of the person beyond the pay; the registry of this version says
 *     nothing of it
 */
public record PersonMonthFacts(
    String employerNo,
    String personNo,
    String population,
    String ogd,
    boolean due,
    long payMinor,
    long postedBaseMinor,
    Shares posted,
    int lastRev,
    List<PostedEntry> owed,
    int lastEntryRev,
    Circumstances person) {

  public PersonMonthFacts {
    owed = List.copyOf(owed);
  }

  /** A person of whom nothing but the pay is known. */
  public PersonMonthFacts(
      String employerNo,
      String personNo,
      String population,
      String ogd,
      boolean due,
      long payMinor,
      long postedBaseMinor,
      Shares posted,
      int lastRev,
      List<PostedEntry> owed,
      int lastEntryRev) {
    this(
        employerNo,
        personNo,
        population,
        ogd,
        due,
        payMinor,
        postedBaseMinor,
        posted,
        lastRev,
        owed,
        lastEntryRev,
        Circumstances.NONE);
  }
}
