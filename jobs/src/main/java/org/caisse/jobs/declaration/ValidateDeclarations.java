package org.caisse.jobs.declaration;

import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.caisse.config.format.FileKind;
import org.caisse.config.format.Formats;
import org.caisse.domain.contribution.DeclarationFold;
import org.caisse.domain.contribution.DeclarationFold.JudgedLine;
import org.caisse.domain.contribution.DeclarationKind;
import org.caisse.domain.contribution.DeclarationRecord;
import org.caisse.domain.contribution.DeclarationStatus;
import org.caisse.domain.contribution.DeclarationVerdict;
import org.caisse.domain.contribution.EarlierFilings;
import org.caisse.domain.pack.Law;
import org.caisse.domain.reject.Reject;
import org.caisse.jobs.received.SentFile;
import org.caisse.jobs.received.SentLines;
import org.caisse.jobs.run.RejectRows;
import org.caisse.readers.declaration.DeclarationBlock;
import org.caisse.readers.declaration.DeclarationReader;
import org.caisse.readers.line.Position;
import org.caisse.readers.received.FrontDoor;
import org.caisse.readers.received.SourceMap;
import org.caisse.readers.registry.AssumedRegistry;
import org.caisse.writers.document.RejectedLine;

/**
 * Checks a declaration file before it is sent: read by the same door, judged by the same rules as
 * in an intake, with no database. Employers and persons are taken for known; what a complement
 * completes, for filed, unless the file itself says what was. In memory that does not depend on the
 * file.
 *
 * <p>The file is judged twice where anything is refused: what a refused line needs depends on
 * whether its declaration stands, which is known at the declaration's end only.
 */
public final class ValidateDeclarations {

  private static final int LINES_PER_BLOCK = 2_000;

  private final Formats formats;
  private final Law law;
  private final LocalDate receivedOn;
  private final String population;

  /** Takes what was refused, in the order of the file. */
  @FunctionalInterface
  public interface Refusals {
    void refused(RejectedLine line) throws IOException;
  }

  /**
   * What was found.
   *
   * @param file what the file is and how it was read
   * @param tally lines in = accepted + rejected + repeated
   */
  public record Validated(SentFile file, Tally tally) {}

  /** Counts of a file; amounts in minor units. */
  public record Tally(
      long declarations,
      long filed,
      long refused,
      long repeated,
      long lines,
      long accepted,
      long rejected,
      long repeatedLines,
      long unreadableAmounts,
      long grossMinor,
      long acceptedGrossMinor) {

    static Tally of(IntakeTally tally) {
      return new Tally(
          tally.declarations,
          tally.filed,
          tally.refused,
          tally.repeated,
          tally.personLines,
          tally.accepted,
          tally.rejected,
          tally.repeatedLines,
          tally.unreadableAmounts,
          tally.grossMinor,
          tally.acceptedGrossMinor);
    }
  }

  /** Whose declarations count together. */
  private record Month(String employer, LocalDate period) {

    static Month of(DeclarationRecord.Header header) {
      return new Month(header.employerNo(), header.periodStart());
    }
  }

  /**
   * @param receivedOn day on which it would be sent: later months cannot be declared
   * @param population whom the declarations concern, a code of the pack
   */
  public ValidateDeclarations(Formats formats, Law law, LocalDate receivedOn, String population) {
    this.formats = formats;
    this.law = law;
    this.receivedOn = receivedOn;
    this.population = population;
  }

  /**
   * Checks a file.
   *
   * @param sender name of the sender mapping to apply, or empty to find one by the file's name
   * @param work empty folder for files under way
   */
  public Validated validate(Path path, String sender, Path work, Refusals refusals)
      throws IOException {
    String name = path.getFileName().toString();
    SentFile file =
        SentFile.open(
            new FrontDoor(formats, law.pack().currency()),
            path,
            FileKind.DECLARATION,
            sender,
            work);
    if (file.question() != null) {
      refusals.refused(
          RejectedLines.of(
              name, file.question().reject(), true, RejectedLines.Declared.NONE, "", ""));
      return new Validated(file, Tally.of(new IntakeTally()));
    }
    Map<Integer, Reject> refused = new HashMap<>();
    IntakeTally tally = new Pass(name, file, refused, null).run();
    if (tally.rejected != 0 || tally.refused != 0) {
      new Pass(name, file, refused, refusals).run();
    }
    return new Validated(file, Tally.of(tally));
  }

  /** One reading of the file; the second one knows which declarations are refused. */
  private final class Pass {

    private final String name;
    private final SentFile file;

    /** Why declarations are refused, by their number in the file: known to the second reading. */
    private final Map<Integer, Reject> refused;

    private final Refusals refusals;
    private final DeclarationFold fold = new DeclarationFold(law, receivedOn, 0);
    private final IntakeTally tally = new IntakeTally();
    private final MessageDigest content = ContentDigest.sha256();
    private final Map<Month, Filings> filed = new HashMap<>();
    private SentLines sent;

    Pass(String name, SentFile file, Map<Integer, Reject> refused, Refusals refusals) {
      this.name = name;
      this.file = file;
      this.refused = refused;
      this.refusals = refusals;
    }

    IntakeTally run() throws IOException {
      try (SourceMap source = file.sourceMap();
          DeclarationReader reader =
              new DeclarationReader(
                  file.readable(),
                  Position.START,
                  LINES_PER_BLOCK,
                  new AssumedRegistry(population),
                  law.pack().currency())) {
        for (DeclarationBlock block = reader.read(); block != null; block = reader.read()) {
          sent = source == null ? SentLines.own(block.raw()) : SentLines.of(block.raw(), source);
          judge(block);
        }
      }
      close();
      return tally;
    }

    private void judge(DeclarationBlock block) throws IOException {
      for (int i = 0; i < block.records().size(); i++) {
        switch (block.records().get(i).at(sent.lineNo(i))) {
          case DeclarationRecord.Header header -> {
            close();
            open(header, filed.getOrDefault(Month.of(header), Filings.NONE));
            content.reset();
            block.raw().update(content, i);
            Reject whole = refusals == null ? null : refused.get(fold.ordinal());
            if (whole != null) {
              refuse(i, whole, true);
            }
          }
          case DeclarationRecord.Line line -> line(block, i, line);
          case DeclarationRecord.Unreadable unreadable -> unreadable(block, i, unreadable);
        }
      }
    }

    private void open(DeclarationRecord.Header header, Filings inFile) {
      EarlierFilings known = inFile.facts(header.sequence());
      EarlierFilings earlier = earlier(header, known);
      fold.open(header, earlier);
      if (!earlier.equals(known)) {
        fold.assumeAcceptedBefore();
      }
    }

    private void line(DeclarationBlock block, int i, DeclarationRecord.Line line)
        throws IOException {
      JudgedLine judged = fold.line(line);
      if (fold.isOpen()) {
        block.raw().update(content, i);
      } else {
        tally.stray(line.grossReadable(), line.grossMinor());
      }
      if (judged.verdict() != null && !judged.verdict().accepted()) {
        refuse(i, LineRejects.of(judged), false);
      }
    }

    private void unreadable(DeclarationBlock block, int i, DeclarationRecord.Unreadable unreadable)
        throws IOException {
      if (unreadable.opensDeclaration()) {
        close();
      }
      if (fold.isOpen()) {
        fold.unreadable();
        block.raw().update(content, i);
      } else {
        tally.stray(false, 0);
      }
      refuse(i, unreadable.problem(), false);
    }

    private void close() throws IOException {
      if (!fold.isOpen()) {
        return;
      }
      DeclarationRecord.Header header = fold.header();
      Filings before = filed.getOrDefault(Month.of(header), Filings.NONE);
      String sha256 = HexFormat.of().formatHex(content.digest());
      DeclarationVerdict verdict = fold.close(before.contentSha256(header, sha256), sha256);
      tally.declaration(verdict);
      if (verdict.status() == DeclarationStatus.FILED) {
        filed.computeIfAbsent(Month.of(header), month -> new Filings()).add(filed(verdict, before));
      }
      if (verdict.reject() != null) {
        refused.put(fold.ordinal(), verdict.reject());
      }
    }

    private void refuse(int i, Reject reject, boolean whole) throws IOException {
      if (refusals == null) {
        return;
      }
      RejectRows.Row row = sent.refused(i, 0, 0, whole, reject);
      refusals.refused(
          RejectedLines.of(
              name,
              row.reject(),
              whole,
              declared(),
              row.canonical().isEmpty() ? row.raw() : row.canonical(),
              row.raw()));
    }

    private RejectedLines.Declared declared() {
      if (!fold.isOpen()) {
        return RejectedLines.Declared.NONE;
      }
      DeclarationRecord.Header header = fold.header();
      return new RejectedLines.Declared(
          refused.containsKey(fold.ordinal()) ? DeclarationStatus.REFUSED : DeclarationStatus.FILED,
          header.employerNo(),
          header.periodStart() == null ? "" : header.periodStart().toString().substring(0, 7),
          header.sequence());
    }
  }

  private static Filings.Filed filed(DeclarationVerdict verdict, Filings before) {
    DeclarationRecord.Header header = verdict.header();
    return new Filings.Filed(
        verdict.ordinal(),
        header.kind(),
        header.sequence(),
        verdict.correction(),
        verdict.contentSha256(),
        header.kind().completes() ? before.baseId() : 0,
        before.count(),
        before.nextFiling(header),
        true,
        false);
  }

  /**
   * What was filed before: what stands in the file, and what a complement or a correction completes
   * when that is not there.
   */
  private static EarlierFilings earlier(DeclarationRecord.Header header, EarlierFilings known) {
    if (header.kind() == null || !header.kind().completes()) {
      return known;
    }
    boolean elsewhere =
        known.baseSequence() == 0
            || (header.kind() == DeclarationKind.CORRECTION
                && !known.sequenceFiled()
                && header.sequence() >= known.baseSequence());
    return elsewhere
        ? new EarlierFilings(1, header.sequence(), header.sequence(), true, known.corrections())
        : known;
  }
}
