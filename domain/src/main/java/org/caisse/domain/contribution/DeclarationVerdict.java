package org.caisse.domain.contribution;

import org.caisse.domain.pack.Shares;
import org.caisse.domain.reject.Reject;

/**
 * What was decided on a declaration, once its last line was seen.
 *
 * @param header its first line
 * @param earlier what was filed before for its employer and period
 * @param ordinal number of the declaration in its file, from 1
 * @param status what became of it
 * @param reject why it is refused, or null
 * @param lines lines of persons that it contained
 * @param accepted lines that count; 0 unless filed
 * @param rejected lines that do not, one by one or with the whole declaration
 * @param unreadableAmounts lines whose pay could not be read
 * @param grossMinor sum of the readable pay, minor units
 * @param acceptedGrossMinor sum of the accepted pay, minor units; 0 unless filed
 * @param persons persons with an accepted line; 0 unless filed
 * @param baseMinor sum of their bases, minor units; 0 unless filed
 * @param shares contribution of the accepted lines; nothing unless filed
 * @param contentSha256 of the bytes of its lines, in lower-case hexadecimal
 */
public record DeclarationVerdict(
    DeclarationRecord.Header header,
    EarlierFilings earlier,
    int ordinal,
    DeclarationStatus status,
    Reject reject,
    int lines,
    int accepted,
    int rejected,
    int unreadableAmounts,
    long grossMinor,
    long acceptedGrossMinor,
    int persons,
    long baseMinor,
    Shares shares,
    String contentSha256) {

  /** Which correction of its declaration it is, from 1; 0 when it is none, or is not filed. */
  public int correction() {
    return status == DeclarationStatus.FILED && header.kind() == DeclarationKind.CORRECTION
        ? earlier.corrections() + 1
        : 0;
  }
}
