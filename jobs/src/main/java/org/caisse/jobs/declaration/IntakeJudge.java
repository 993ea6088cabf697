package org.caisse.jobs.declaration;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.IdentityHashMap;
import java.util.List;
import org.caisse.domain.contribution.DeclarationFold;
import org.caisse.domain.contribution.DeclarationFold.JudgedLine;
import org.caisse.domain.contribution.DeclarationRecord;
import org.caisse.domain.contribution.DeclarationRow;
import org.caisse.domain.contribution.DeclarationStatus;
import org.caisse.domain.contribution.DeclarationVerdict;
import org.caisse.domain.contribution.LineRow;
import org.caisse.domain.pack.ContributionTerms;
import org.caisse.domain.reject.Reject;
import org.caisse.jobs.received.SentLines;
import org.caisse.jobs.run.FrozenFile;
import org.caisse.jobs.run.RunContext;
import org.caisse.readers.declaration.DeclarationBlock;
import org.caisse.readers.line.Position;
import org.caisse.readers.registry.RegistrySnapshot;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemProcessor;
import org.springframework.batch.infrastructure.item.ItemStream;

/**
 * Judges blocks of lines in their order. What was committed before a restart is judged again,
 * because the archive part under way is written anew from its beginning, but is not handed on to
 * the database.
 */
final class IntakeJudge implements ItemProcessor<IntakeBlock, JudgedBlock>, ItemStream {

  private final RunContext run;
  private final int rowsPerPart;

  /** By identity: the fold gives the same terms again, and a key is a hash over all of them. */
  private final IdentityHashMap<ContributionTerms, String> termsKeys = new IdentityHashMap<>();

  private IntakePlace place;
  private DeclarationFold fold;
  private FiledBefore filedBefore;
  private AcceptedBefore acceptedBefore;
  private TakenOnMonths takenOn;
  private Filings filings = Filings.NONE;
  private RegistrySnapshot registry;
  private IntakeTally tally;
  private int file;
  private int declarations;
  private int part;
  private long rowsInPart;
  private MessageDigest content;
  private SentLines headerLines;
  private int headerLine;
  private List<LineRow> lineRows;
  private List<DeclarationRow> declarationRows;

  IntakeJudge(RunContext run, int rowsPerPart) {
    this.run = run;
    this.rowsPerPart = rowsPerPart;
  }

  @Override
  public void open(ExecutionContext context) {
    place = IntakePlace.of(context);
    file = place.file();
    declarations = place.declarations();
    part = place.part();
    rowsInPart = 0;
    tally = IntakeTally.fromText(place.tally());
    fold = new DeclarationFold(run.law(), run.run().businessDate(), place.declarationsInFile());
    filedBefore = new FiledBefore(run);
    acceptedBefore = new AcceptedBefore(run);
    takenOn = new TakenOnMonths(run);
    content = ContentDigest.sha256();
  }

  /** Called in each transaction, after its rows are written. */
  @Override
  public void update(ExecutionContext context) {
    acceptedBefore.committed();
    filedBefore.committed();
  }

  @Override
  public JudgedBlock process(IntakeBlock block) {
    JudgedBlock judged = new JudgedBlock();
    acceptedBefore.judging(judged);
    lineRows = new ArrayList<>();
    declarationRows = new ArrayList<>();
    readFiledBefore(block);
    if (block.endOfFile()) {
      endFile(block, judged);
    } else {
      registry = block.registry();
      judge(block, judged);
    }
    judged.stretches.add(new JudgedBlock.Stretch(lineRows, declarationRows, null));
    return judged;
  }

  private void judge(IntakeBlock block, JudgedBlock judged) {
    DeclarationBlock lines = block.lines();
    for (int i = 0; i < lines.records().size(); i++) {
      DeclarationRecord record = lines.records().get(i);
      boolean post = !place.covers(file, lines.raw().lineNo(i));
      switch (record) {
        case DeclarationRecord.Line line -> line(block, i, line, post, judged);
        case DeclarationRecord.Header header -> {
          close(block.file(), post, judged);
          cutPart(lines, i, judged);
          open(block, header);
          headerLines = block.sent();
          headerLine = i;
          lines.raw().update(content, i);
        }
        case DeclarationRecord.Unreadable unreadable ->
            unreadable(block, i, unreadable, post, judged);
      }
      tally.records++;
    }
    tally.lines = lines.end().lineNo() - 1L;
    judged.lines = lines.records().size();
    judged.endFile = file;
    judged.endLine = lines.end().lineNo() - 1;
  }

  private void readFiledBefore(IntakeBlock block) {
    List<DeclarationRecord.Header> headers = new ArrayList<>();
    long first = ((long) block.file().id() << 32) | (fold.ordinal() + 1);
    if (fold.isOpen()) {
      headers.add(fold.header());
      first--;
    }
    for (DeclarationRecord record : block.records()) {
      if (record instanceof DeclarationRecord.Header header) {
        headers.add(header);
      }
    }
    filedBefore.read(headers, first);
  }

  private void open(IntakeBlock block, DeclarationRecord.Header header) {
    long id = ((long) block.file().id() << 32) | (fold.ordinal() + 1);
    filings = filedBefore.of(header, id);
    fold.open(takenOn.known(header), filings.facts(header.sequence()));
    if (fold.completes()) {
      acceptedBefore.forEach(header, filings.counting(), block.registry(), fold::acceptedBefore);
    }
    content.reset();
  }

  private void line(
      IntakeBlock block, int i, DeclarationRecord.Line line, boolean post, JudgedBlock judged) {
    JudgedLine result = fold.line(line);
    if (fold.isOpen()) {
      block.lines().raw().update(content, i);
    } else {
      tally.stray(line.grossReadable(), line.grossMinor());
    }
    if (result.verdict() == null) {
      return;
    }
    if (fold.isOpen()) {
      lineRows.add(LineRow.of(declarations + 1, result));
      rowsInPart++;
    }
    if (!post) {
      return;
    }
    if (result.verdict().accepted()) {
      DeclarationRecord.Header header = fold.header();
      judged.accepted.add(
          new JudgedBlock.Accepted(
              declarationId(block.file()),
              block.file().id(),
              header.employer().employerId(),
              registry.personId(line.personNo(), line.person()),
              (int) header.periodStart().toEpochDay(),
              result));
    } else {
      refuse(block, i, LineRejects.of(result), judged);
    }
  }

  private void unreadable(
      IntakeBlock block,
      int i,
      DeclarationRecord.Unreadable unreadable,
      boolean post,
      JudgedBlock judged) {
    if (unreadable.opensDeclaration()) {
      close(block.file(), post, judged);
    }
    if (fold.isOpen()) {
      fold.unreadable();
      block.lines().raw().update(content, i);
    } else {
      tally.stray(false, 0);
    }
    if (post) {
      refuse(block, i, unreadable.problem(), judged);
    }
  }

  private void refuse(IntakeBlock block, int i, Reject reject, JudgedBlock judged) {
    long declaration = fold.isOpen() ? declarationId(block.file()) : 0;
    judged.refused.add(block.sent().refused(i, block.file().id(), declaration, false, reject));
  }

  private void close(FrozenFile source, boolean post, JudgedBlock judged) {
    if (!fold.isOpen()) {
      return;
    }
    long id = declarationId(source);
    ContributionTerms terms = fold.terms();
    String termsKey = terms == null ? "" : termsKeys.computeIfAbsent(terms, ContributionTerms::key);
    String sha256 = HexFormat.of().formatHex(content.digest());
    String filed = filings.contentSha256(fold.header(), sha256);
    DeclarationVerdict verdict = fold.close(filed, sha256);
    boolean completes =
        verdict.status() == DeclarationStatus.FILED && verdict.header().kind().completes();
    long completesId = completes ? filings.baseId() : 0;
    int filing = filings.nextFiling(verdict.header());
    filedBefore.add(verdict, id, completesId, filing);
    tally.declaration(verdict);
    declarations++;
    declarationRows.add(
        DeclarationRow.of(declarations, file, verdict, filed, run.run().businessDate()));
    rowsInPart++;
    if (post) {
      judged.closed.add(
          new JudgedBlock.Closed(
              id, completesId, source.id(), verdict, filing, termsKey, run.run().businessDate()));
      if (verdict.reject() != null) {
        judged.refused.add(
            headerLines.refused(headerLine, source.id(), id, true, verdict.reject()));
      }
    }
  }

  /** Ends the archive part before a line that opens a declaration, once it holds enough rows. */
  private void cutPart(DeclarationBlock block, int i, JudgedBlock judged) {
    if (rowsInPart < rowsPerPart) {
      return;
    }
    Position here = new Position(block.raw().offset(i), block.raw().lineNo(i));
    part++;
    IntakePlace next =
        new IntakePlace(
            file,
            here,
            fold.ordinal(),
            declarations,
            part,
            tally.toText(),
            file,
            here.lineNo() - 1);
    judged.stretches.add(new JudgedBlock.Stretch(lineRows, declarationRows, next));
    lineRows = new ArrayList<>();
    declarationRows = new ArrayList<>();
    rowsInPart = 0;
  }

  private void endFile(IntakeBlock block, JudgedBlock judged) {
    boolean post = file >= place.committedFile();
    close(block.file(), post, judged);
    if (post) {
      judged.ends.add(new JudgedBlock.FileEnd(block.file(), tally, block.end()));
    }
    file++;
    tally = new IntakeTally();
    fold = new DeclarationFold(run.law(), run.run().businessDate(), 0);
    judged.endFile = file;
    judged.endLine = 0;
  }

  private long declarationId(FrozenFile source) {
    return ((long) source.id() << 32) | fold.ordinal();
  }
}
