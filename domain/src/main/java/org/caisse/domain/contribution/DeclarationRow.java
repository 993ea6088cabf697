package org.caisse.domain.contribution;

import java.time.LocalDate;
import org.caisse.domain.archive.SinceSchema;
import org.caisse.domain.reject.Reject;
import org.caisse.domain.reject.RejectCode;

/**
 * One declaration in the archive: what the rules saw of its header and totals, then what they
 * decided.
 *
 * @param declaration ordinal of the declaration in the run, from 1
 * @param file ordinal of its file in the run, from 1
 * @param lineNo line of the file that opens it
 * @param employerNo as the sender wrote it
 * @param employerKnown whether the registry knows it; the next five fields are empty otherwise
 * @param problem number of the reject code of a field of the header that could not be read, or of a
 *     month that came from an old system, or 0
 * @param declaredLines declared number of lines
 * @param declaredGrossMinor declared sum of pay
 * @param linesFound lines of persons found
 * @param grossFoundMinor sum of the readable pay found
 * @param unreadableAmounts lines whose pay could not be read
 * @param filedSha256 content of what was filed before under the same number, or empty
 * @param receivedOn business date of the intake
 * @param filedBefore declarations filed before for that employer and period
 * @param baseSequence sequence of the one that counted, or 0
 * @param lastSequence highest sequence of that one and of what completed it, or 0
 * @param sequenceFiled whether one with this sequence was filed before
 * @param correctionsBefore corrections filed before of the declaration with this sequence
 * @param differentialBefore whether that declaration is a differential one
 * @param rejectField column that the refusal names, or empty
 */
public record DeclarationRow(
    int declaration,
    int file,
    int lineNo,
    String employerNo,
    boolean employerKnown,
    String population,
    String ogd,
    LocalDate validFrom,
    LocalDate validTo,
    LocalDate periodStart,
    DeclarationKind kind,
    int sequence,
    int declaredLines,
    long declaredGrossMinor,
    int problem,
    String rejectField,
    String rejectValue,
    String rejectExpected,
    int linesFound,
    long grossFoundMinor,
    int unreadableAmounts,
    String filedSha256,
    String contentSha256,
    LocalDate receivedOn,
    @SinceSchema(2) int filedBefore,
    @SinceSchema(2) int baseSequence,
    @SinceSchema(2) int lastSequence,
    @SinceSchema(2) boolean sequenceFiled,
    @SinceSchema(2) int correctionsBefore,
    @SinceSchema(3) boolean differentialBefore,
    DeclarationStatus status,
    int code,
    int accepted,
    int persons,
    long baseMinor,
    long employerMinor,
    long insuredMinor,
    long stateMinor) {

  /** The row of a judged declaration. */
  public static DeclarationRow of(
      int declaration,
      int file,
      DeclarationVerdict verdict,
      String filedSha256,
      LocalDate receivedOn) {
    DeclarationRecord.Header header = verdict.header();
    EmployerFacts employer = header.employer();
    Reject reject = verdict.reject();
    return new DeclarationRow(
        declaration,
        file,
        header.lineNo(),
        header.employerNo(),
        employer != null,
        employer == null ? "" : employer.population(),
        employer == null ? "" : employer.ogd(),
        employer == null ? null : employer.validFrom(),
        employer == null ? null : employer.validTo(),
        header.periodStart(),
        header.kind(),
        header.sequence(),
        header.lines(),
        header.grossMinor(),
        header.problem() == null ? 0 : header.problem().code().number(),
        reject == null ? "" : reject.field(),
        reject == null ? "" : reject.value(),
        reject == null ? "" : reject.expected(),
        verdict.lines(),
        verdict.grossMinor(),
        verdict.unreadableAmounts(),
        filedSha256 == null ? "" : filedSha256,
        verdict.contentSha256(),
        receivedOn,
        verdict.earlier().filed(),
        verdict.earlier().baseSequence(),
        verdict.earlier().lastSequence(),
        verdict.earlier().sequenceFiled(),
        verdict.earlier().corrections(),
        verdict.earlier().differential(),
        verdict.status(),
        reject == null ? 0 : reject.code().number(),
        verdict.accepted(),
        verdict.persons(),
        verdict.baseMinor(),
        verdict.shares().employerMinor(),
        verdict.shares().insuredMinor(),
        verdict.shares().stateMinor());
  }

  /** What was filed before, as the rules saw it. */
  public EarlierFilings earlier() {
    return new EarlierFilings(
        filedBefore,
        baseSequence,
        lastSequence,
        sequenceFiled,
        correctionsBefore,
        differentialBefore);
  }

  /** The header as the rules saw it. */
  public DeclarationRecord.Header header() {
    return new DeclarationRecord.Header(
        lineNo,
        employerNo,
        employerKnown
            ? new EmployerFacts(0, employerNo, population, ogd, validFrom, validTo)
            : null,
        periodStart,
        kind,
        sequence,
        declaredLines,
        declaredGrossMinor,
        problem == 0
            ? null
            : new Reject(
                lineNo, RejectCode.ofNumber(problem), rejectField, rejectValue, rejectExpected));
  }
}
