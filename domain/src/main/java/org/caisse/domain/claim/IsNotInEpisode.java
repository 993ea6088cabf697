package org.caisse.domain.claim;

import static org.caisse.domain.claim.Refusal.day;
import static org.caisse.domain.claim.Refusal.word;

import java.time.LocalDate;
import java.util.Optional;
import org.caisse.domain.care.Episode;

/** The price of no other care holds it. */
final class IsNotInEpisode implements LineRule {

  @Override
  public Optional<Refusal> refusal(LineCase line) {
    return line.terms().episodes().stream()
        .filter(held -> held.episode().covers().holds(line.group(), line.act()))
        .filter(held -> !opens(held.episode(), line))
        .flatMap(held -> opened(held, line).stream())
        .findFirst();
  }

  /** Whether a line opens an episode. */
  static boolean opens(Episode episode, LineCase line) {
    return episode.opens().holds(line.group(), line.act());
  }

  /** What counts together in an episode. */
  static String key(Episode episode, LineCase line) {
    return episode.sameProvider()
        ? line.line().personNo() + "|" + line.line().provider().providerNo()
        : line.line().personNo();
  }

  private static Optional<Refusal> opened(CareTerms.Held held, LineCase line) {
    LocalDate on = line.line().careOn();
    return line.used().of(held.episode().id(), key(held.episode(), line)).stream()
        .map(Consumption::on)
        .filter(begin -> !begin.isAfter(on) && on.isBefore(begin.plusDays(held.days())))
        .findFirst()
        .map(begin -> Refusal.of(ReductionCode.IN_EPISODE, word(held.episode().id()), day(begin)));
  }
}
