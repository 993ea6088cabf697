package org.caisse.domain.contribution;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.caisse.domain.pack.Circumstances;
import org.caisse.domain.pack.ContributionTerms;
import org.caisse.domain.pack.Law;
import org.caisse.domain.pack.Shares;
import org.caisse.domain.reject.Reject;
import org.caisse.domain.reject.RejectCode;

/**
 * Judges the lines of a file in their order, one declaration at a time. It remembers nothing but
 * the declaration that is open, so reading again from any line that opens a declaration gives the
 * same verdicts: that is what a restart relies on.
 */
public final class DeclarationFold {

  private final Law law;
  private final LocalDate businessDate;
  private final Map<TermsOf, Optional<ContributionTerms>> resolved = new HashMap<>();
  private final SpellsOfDeclaration spells = new SpellsOfDeclaration();

  private DeclarationRecord.Header header;
  private EarlierFilings earlier;
  private Reject headerReject;
  private ContributionTerms terms;
  private boolean differences;
  private boolean assumed;
  private int ordinal;
  private int lines;
  private int accepted;
  private int unreadableAmounts;
  private long grossMinor;
  private long acceptedGrossMinor;
  private int persons;
  private long baseMinor;
  private Shares shares = Shares.NOTHING;

  /**
   * What was decided on one line: nothing of its own ({@code verdict} null) when its whole
   * declaration is refused.
   */
  public record JudgedLine(DeclarationRecord.Line line, LineFacts facts, LineVerdict verdict) {}

  private record TermsOf(String population, LocalDate periodStart) {}

  /**
   * @param law pack and fund settings of the run
   * @param businessDate day on which the file is taken in
   * @param declarationsBefore declarations of the file that were closed before the place where
   *     reading starts
   */
  public DeclarationFold(Law law, LocalDate businessDate, int declarationsBefore) {
    this.law = law;
    this.businessDate = businessDate;
    this.ordinal = declarationsBefore;
  }

  /** Whether a declaration is open. */
  public boolean isOpen() {
    return header != null;
  }

  /** The header of the open declaration, or null. */
  public DeclarationRecord.Header header() {
    return header;
  }

  /** Number of the open declaration in its file, from 1. */
  public int ordinal() {
    return ordinal;
  }

  /**
   * Under which terms the open declaration is assessed, or null when it is refused on its header.
   */
  public ContributionTerms terms() {
    return terms;
  }

  /**
   * Opens a declaration; the one before must have been closed.
   *
   * @param filings what was filed before for its employer and period
   */
  public void open(DeclarationRecord.Header next, EarlierFilings filings) {
    if (header != null) {
      throw new IllegalStateException("declaration of line " + header.lineNo() + " is still open");
    }
    header = next;
    earlier = filings;
    ordinal++;
    lines = 0;
    accepted = 0;
    unreadableAmounts = 0;
    grossMinor = 0;
    acceptedGrossMinor = 0;
    persons = 0;
    baseMinor = 0;
    shares = Shares.NOTHING;
    spells.clear();
    assumed = false;
    differences =
        next.kind() == DeclarationKind.DIFFERENTIAL
            || (next.kind() == DeclarationKind.CORRECTION && filings.differential());
    headerReject = JudgeDeclaration.header(next, filings, law.pack().start(), businessDate);
    terms =
        headerReject == null
            ? termsOf(next.employer().population(), next.periodStart()).orElse(null)
            : null;
    if (headerReject == null && terms == null) {
      headerReject =
          new Reject(
              next.lineNo(),
              RejectCode.PERIOD_INVALID,
              "period",
              next.periodStart().toString().substring(0, 7));
    }
  }

  /**
   * Whether the open declaration completes another, so that the lines that were accepted there must
   * be known before its own are judged.
   */
  public boolean completes() {
    return headerReject == null && header.kind().completes();
  }

  /** A line that was accepted before in what the open declaration completes. */
  public void acceptedBefore(AcceptedSpell spell) {
    spells.addBefore(spell);
  }

  /**
   * The lines of what the open declaration completes are not known: whoever it does not name itself
   * is taken to have been declared for the whole month, with all the pay that there can be.
   */
  public void assumeAcceptedBefore() {
    assumed = true;
  }

  /** A line that could not be split, inside the open declaration if there is one. */
  public void unreadable() {
    if (header != null) {
      lines++;
      unreadableAmounts++;
    }
  }

  /** Judges the line of a person. */
  public JudgedLine line(DeclarationRecord.Line line) {
    if (header == null) {
      return new JudgedLine(line, facts(line, -1), LineVerdict.refused(RejectCode.LINE_ORPHAN));
    }
    lines++;
    if (line.grossReadable()) {
      grossMinor = saturated(grossMinor, line.grossMinor());
    } else {
      unreadableAmounts++;
    }
    if (headerReject != null) {
      return new JudgedLine(line, null, null);
    }
    int slot = line.person() < 0 ? -1 : spells.find(line.person());
    LineFacts facts = facts(line, slot);
    LineVerdict verdict = JudgeLine.judge(facts, terms);
    if (verdict.accepted()) {
      accepted++;
      acceptedGrossMinor += line.grossMinor();
      persons += slot < 0 ? 1 : 0;
      baseMinor += verdict.baseMinor();
      shares = shares.plus(verdict.shares());
      spells.add(AcceptedSpell.of(line.person(), facts));
    }
    return new JudgedLine(line, facts, verdict);
  }

  /**
   * Closes the open declaration.
   *
   * @param filedSha256 content of the declaration filed before with the same employer, period and
   *     sequence, or null; see {@link JudgeDeclaration#totals}
   * @param contentSha256 content of this one
   */
  public DeclarationVerdict close(String filedSha256, String contentSha256) {
    DeclarationRecord.Header closed = header;
    Reject reject = headerReject;
    if (reject == null) {
      reject =
          JudgeDeclaration.totals(
              closed, lines, grossMinor, unreadableAmounts, filedSha256, contentSha256);
    }
    header = null;
    DeclarationStatus status =
        reject != null
            ? DeclarationStatus.REFUSED
            : filedSha256 != null ? DeclarationStatus.REPEATED : DeclarationStatus.FILED;
    boolean filed = status == DeclarationStatus.FILED;
    return new DeclarationVerdict(
        closed,
        earlier,
        ordinal,
        status,
        reject,
        lines,
        filed ? accepted : 0,
        filed ? lines - accepted : status == DeclarationStatus.REFUSED ? lines : 0,
        unreadableAmounts,
        grossMinor,
        filed ? acceptedGrossMinor : 0,
        filed ? persons : 0,
        filed ? baseMinor : 0,
        filed ? shares : Shares.NOTHING,
        contentSha256);
  }

  private Optional<ContributionTerms> termsOf(String population, LocalDate periodStart) {
    return resolved.computeIfAbsent(
        new TermsOf(population, periodStart),
        of -> law.contribution(of.population(), of.periodStart()));
  }

  private LineFacts facts(DeclarationRecord.Line line, int slot) {
    boolean own =
        header != null
            && line.employerNo().equals(header.employerNo())
            && line.periodStart() != null
            && line.periodStart().equals(header.periodStart());
    int problem = problem(line, own);
    if (!own) {
      return new LineFacts(
          problem,
          false,
          line.person() >= 0,
          false,
          0,
          0,
          0,
          Math.max(line.days(), -1),
          line.grossMinor(),
          false,
          0,
          0,
          false);
    }
    return differences ? difference(line, slot, problem) : spell(line, slot, problem);
  }

  /** What is wrong with the fields of a line, also what only its declaration's kind makes wrong. */
  private int problem(DeclarationRecord.Line line, boolean own) {
    RejectCode typed = line.problem() == null ? null : line.problem().code();
    boolean beforePay = typed != null && typed != RejectCode.GROSS_UNREADABLE;
    if (beforePay) {
      return typed.number();
    }
    if (own && differences && dated(line)) {
      return RejectCode.DIFFERENCE_DATED.number();
    }
    boolean negative = line.days() < 0 && line.days() != DeclarationRecord.Line.BLANK;
    if (negative && !(own && differences)) {
      return RejectCode.DAYS_INVALID.number();
    }
    return typed == null ? 0 : typed.number();
  }

  private static boolean dated(DeclarationRecord.Line line) {
    return line.entryDay() != DeclarationRecord.Line.OPEN
        || line.exitDay() != DeclarationRecord.Line.OPEN;
  }

  /**
   * In a correction a difference that was accepted before is taken for the same; anywhere else it
   * is one more.
   */
  private LineFacts difference(DeclarationRecord.Line line, int slot, int problem) {
    int days = line.days() == DeclarationRecord.Line.BLANK ? 0 : line.days();
    int length = line.periodStart().lengthOfMonth();
    boolean unknown = slot < 0 && assumed;
    boolean taken =
        slot >= 0
            && header.kind() == DeclarationKind.CORRECTION
            && spells.hadBefore(new AcceptedSpell(line.person(), 0, 0, days, line.grossMinor()));
    return new LineFacts(
        problem,
        true,
        line.person() >= 0,
        true,
        length,
        0,
        0,
        days,
        line.grossMinor(),
        false,
        slot < 0 ? 0 : spells.spells(slot),
        slot >= 0 ? spells.grossMinor(slot) : unknown ? JudgeLine.MAX_GROSS_MINOR : 0,
        taken,
        true,
        slot >= 0 ? spells.worked(slot) : unknown && days < 0 ? length : 0,
        slot >= 0 ? spells.covered(slot) : unknown ? length : 0,
        Circumstances.NONE);
  }

  private LineFacts spell(DeclarationRecord.Line line, int slot, int problem) {
    int days = Math.max(line.days(), -1);
    int first = (int) line.periodStart().toEpochDay();
    int length = line.periodStart().lengthOfMonth();
    int from = fromDay(line.entryDay(), first, length);
    int to = toDay(line.exitDay(), first, length);
    boolean active =
        line.person() >= 0 && line.personFrom() < first + length && line.personTo() > first;
    boolean overlaps =
        slot >= 0
            && from > 0
            && to >= from
            && (spells.days(slot) & SpellsOfDeclaration.dayBits(from, to)) != 0;
    boolean taken =
        overlaps
            && spells.hadBefore(
                new AcceptedSpell(line.person(), from, to, days, line.grossMinor()));
    return new LineFacts(
        problem,
        true,
        line.person() >= 0,
        active,
        length,
        from,
        to,
        days,
        line.grossMinor(),
        overlaps,
        slot < 0 ? 0 : spells.spells(slot),
        slot < 0 ? 0 : spells.grossMinor(slot),
        taken);
  }

  /**
   * Absurd amounts of absurd lines must not stop a file: their sum stays at the end of the range,
   * and cannot tie.
   */
  private static long saturated(long sum, long amount) {
    long result = sum + amount;
    boolean overflow = ((sum ^ result) & (amount ^ result)) < 0;
    return overflow ? (sum < 0 ? Long.MIN_VALUE : Long.MAX_VALUE) : result;
  }

  private static int fromDay(int entry, int first, int length) {
    if (entry == DeclarationRecord.Line.OPEN || entry < first) {
      return 1;
    }
    return entry < first + length ? entry - first + 1 : 0;
  }

  private static int toDay(int exit, int first, int length) {
    if (exit == DeclarationRecord.Line.OPEN || exit >= first + length) {
      return length;
    }
    return exit >= first ? exit - first + 1 : 0;
  }
}
