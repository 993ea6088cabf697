package org.caisse.jobs.replay;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.caisse.domain.contribution.DeclarationFold;
import org.caisse.domain.contribution.DeclarationRecord;
import org.caisse.domain.contribution.DeclarationRow;
import org.caisse.domain.contribution.DeclarationStatus;
import org.caisse.domain.contribution.DeclarationVerdict;
import org.caisse.domain.contribution.JudgeDeclaration;
import org.caisse.domain.contribution.JudgeLine;
import org.caisse.domain.contribution.LineRow;
import org.caisse.domain.contribution.LineVerdict;
import org.caisse.domain.pack.ContributionTerms;
import org.caisse.domain.pack.Law;
import org.caisse.domain.pack.Shares;
import org.caisse.domain.reject.Reject;
import org.caisse.jobs.verify.Manifest;

/**
 * Judges again one part of an intake's archive: each declaration by its header, each of its lines,
 * then its totals. A part holds whole declarations, so that parts can be judged side by side.
 */
final class ReplayDeclarations implements Callable<ReplayedPart> {

  private final ArchivedRun run;
  private final LocalDate period;
  private final WithdrawnFiles withdrawn;
  private final Manifest.OutputFile declarationFile;
  private final Manifest.OutputFile lineFile;
  private final Done done;
  private final DeclarationFold fold;
  private final ReplayedPart result = new ReplayedPart();

  /** What the lines of one declaration add up to. */
  private static final class Sums {
    int lines;
    int accepted;
    int persons;
    long grossMinor;
    long payMinor;
    long baseMinor;
    long employerMinor;
    long insuredMinor;
    long stateMinor;
  }

  /** What is compared of a declaration as a whole. */
  private record Outcome(
      DeclarationStatus status,
      int code,
      String field,
      String value,
      String expected,
      LocalDate receivedOn,
      long grossFoundMinor,
      int accepted,
      int persons,
      long baseMinor,
      Shares shares) {}

  /**
   * @param law as the run saw it
   * @param period month whose filed declarations are to be returned, or null for none
   * @param withdrawn the files whose declarations are not
   */
  ReplayDeclarations(
      ArchivedRun run,
      Law law,
      LocalDate period,
      WithdrawnFiles withdrawn,
      Manifest.OutputFile declarationFile,
      Manifest.OutputFile lineFile,
      Done done) {
    this.run = run;
    this.period = period;
    this.withdrawn = withdrawn;
    this.declarationFile = declarationFile;
    this.lineFile = lineFile;
    this.done = done;
    this.fold = new DeclarationFold(law, run.body().businessDate(), 0);
  }

  @Override
  public ReplayedPart call() {
    try (ArchivedRows<DeclarationRow> declarations =
            new ArchivedRows<>(
                run, List.of(declarationFile), DeclarationRow.class, result.differences, done);
        ArchivedRows<LineRow> lines =
            new ArchivedRows<>(run, List.of(lineFile), LineRow.class, result.differences, done)) {
      for (DeclarationRow row = declarations.take(); row != null; row = declarations.take()) {
        declaration(row, lines);
      }
      while (lines.peek() != null && declarations.whole()) {
        stray(lines.take());
      }
      result.whole = declarations.whole() && lines.whole();
    }
    return result;
  }

  private void declaration(DeclarationRow row, ArchivedRows<LineRow> lines) {
    result.declarations++;
    while (lines.peek() != null && lines.peek().declaration() < row.declaration()) {
      stray(lines.take());
    }
    DeclarationRecord.Header header = row.header();
    fold.open(header, row.earlier());
    ContributionTerms terms = fold.terms();
    DeclarationVerdict ofHeader = fold.close(null, row.contentSha256());
    Sums sums = new Sums();
    while (lines.peek() != null && lines.peek().declaration() == row.declaration()) {
      LineRow line = lines.take();
      if (terms == null) {
        stray(line);
      } else {
        line(row, line, terms, sums);
      }
    }
    if (!lines.whole()) {
      // Sums of lines that could not be read would only repeat that they could not.
      return;
    }
    Outcome now = outcome(row, header, terms, ofHeader, sums);
    result.differences.compare(where(row), archived(row), now);
    if (terms != null) {
      unreadable(row, sums);
      count(row, terms, now, sums);
    }
  }

  private void line(DeclarationRow row, LineRow line, ContributionTerms terms, Sums sums) {
    result.lines++;
    LineVerdict now = JudgeLine.judge(line.facts(), terms);
    LineVerdict archived = line.verdict();
    if (!now.equals(archived)) {
      result.differences.compare(where(row, line), archived, now);
    }
    sums.lines++;
    sums.grossMinor = saturated(sums.grossMinor, line.grossMinor());
    if (now.accepted()) {
      sums.accepted++;
      sums.persons += line.earlierSpells() == 0 ? 1 : 0;
      sums.payMinor += line.grossMinor();
      sums.baseMinor += now.baseMinor();
      sums.employerMinor += now.shares().employerMinor();
      sums.insuredMinor += now.shares().insuredMinor();
      sums.stateMinor += now.shares().stateMinor();
    }
  }

  private Outcome outcome(
      DeclarationRow row,
      DeclarationRecord.Header header,
      ContributionTerms terms,
      DeclarationVerdict ofHeader,
      Sums sums) {
    String before = row.filedSha256().isEmpty() ? null : row.filedSha256();
    Reject reject =
        terms == null
            ? ofHeader.reject()
            : JudgeDeclaration.totals(
                header,
                row.linesFound(),
                row.grossFoundMinor(),
                row.unreadableAmounts(),
                before,
                row.contentSha256());
    DeclarationStatus status =
        reject != null
            ? DeclarationStatus.REFUSED
            : before != null ? DeclarationStatus.REPEATED : DeclarationStatus.FILED;
    boolean filed = status == DeclarationStatus.FILED;
    return new Outcome(
        status,
        reject == null ? 0 : reject.code().number(),
        reject == null ? "" : reject.field(),
        reject == null ? "" : reject.value(),
        reject == null ? "" : reject.expected(),
        run.body().businessDate(),
        terms == null ? row.grossFoundMinor() : sums.grossMinor,
        filed ? sums.accepted : 0,
        filed ? sums.persons : 0,
        filed ? sums.baseMinor : 0,
        filed
            ? new Shares(sums.employerMinor, sums.insuredMinor, sums.stateMinor)
            : Shares.NOTHING);
  }

  private static Outcome archived(DeclarationRow row) {
    return new Outcome(
        row.status(),
        row.code(),
        row.rejectField(),
        row.rejectValue(),
        row.rejectExpected(),
        row.receivedOn(),
        row.grossFoundMinor(),
        row.accepted(),
        row.persons(),
        row.baseMinor(),
        new Shares(row.employerMinor(), row.insuredMinor(), row.stateMinor()));
  }

  /** Lines that could not even be split are counted in the row and are not archived one by one. */
  private void unreadable(DeclarationRow row, Sums sums) {
    int missing = row.linesFound() - sums.lines;
    if (missing < 0 || missing > row.unreadableAmounts()) {
      result.differences.add(where(row), "lines in the archive", row.linesFound(), sums.lines);
    }
  }

  private void count(DeclarationRow row, ContributionTerms terms, Outcome now, Sums sums) {
    if (!row.periodStart().equals(period)) {
      return;
    }
    ReplayedPart.Sent sent = new ReplayedPart.Sent(row.employerNo(), row.sequence());
    boolean taken = withdrawn.contains(row.file());
    boolean base = !row.kind().completes();
    switch (now.status()) {
      case REFUSED -> {
        return;
      }
      case FILED -> {
        if (taken) {
          if (base) {
            result.withdrawn(sent).add(withdrawn.file(row.file()));
          }
          return;
        }
        if (withdrawn.any() && base) {
          result.filed.add(sent);
        }
        result.of(row.employerNo()).add(counted(row, terms.key(), sums));
      }
      case REPEATED -> {
        if (withdrawn.any() && base) {
          // As the plan has it: what stands in for another was read under no terms of its own.
          result.repeated.add(
              new ReplayedPart.Repeated(
                  sent,
                  counted(row, row.status().name(), sums),
                  taken ? withdrawn.file(row.file()) : null));
        }
      }
    }
  }

  private Counted.Filed counted(DeclarationRow row, String termsKey, Sums sums) {
    return new Counted.Filed(
        row.sequence(),
        row.baseSequence(),
        row.filedBefore(),
        row.kind(),
        row.receivedOn(),
        termsKey,
        sums.persons,
        sums.payMinor,
        sums.baseMinor,
        new Shares(sums.employerMinor, sums.insuredMinor, sums.stateMinor),
        withdrawn.knownToIntake(),
        Set.of());
  }

  private void stray(LineRow line) {
    result.differences.add(
        "%s %s, line %d".formatted(run.key().label(), lineFile.name(), line.lineNo()),
        "declaration",
        line.declaration(),
        "none that has lines");
  }

  private String where(DeclarationRow row) {
    return "%s file %d line %d, employer %s %s"
        .formatted(
            run.key().label(),
            row.file(),
            row.lineNo(),
            row.employerNo(),
            row.periodStart() == null ? "" : row.periodStart().toString().substring(0, 7));
  }

  private String where(DeclarationRow row, LineRow line) {
    return "%s file %d line %d, employer %s, person %s"
        .formatted(run.key().label(), row.file(), line.lineNo(), row.employerNo(), line.personNo());
  }

  /** As the fold sums what a file declares: absurd amounts stay at the end of the range. */
  private static long saturated(long sum, long amount) {
    long result = sum + amount;
    boolean overflow = ((sum ^ result) & (amount ^ result)) < 0;
    return overflow ? (sum < 0 ? Long.MIN_VALUE : Long.MAX_VALUE) : result;
  }
}
