package org.caisse.domain.contribution;

import org.caisse.domain.pack.Shares;
import org.caisse.domain.reject.RejectCode;

/**
 * What was decided on one declared person.
 *
 * @param code why the line is refused, or null when it is accepted
 * @param baseMinor what this line adds to the person's base, minor units
 * @param shares what this line adds to the person's contribution: the target with it less the
 *     target without it, both rounded, so that the lines of a person add up to the rounded target
 *     (SEMANTICS 2 and 11)
 */
public record LineVerdict(RejectCode code, long baseMinor, Shares shares) {

  public boolean accepted() {
    return code == null;
  }

  static LineVerdict refused(RejectCode code) {
    return new LineVerdict(code, 0, Shares.NOTHING);
  }
}
