package org.caisse.config.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.caisse.domain.claim.CareBook;
import org.caisse.domain.claim.CareLine;
import org.caisse.domain.claim.FirmLine;
import org.caisse.domain.claim.HouseholdFacts;
import org.caisse.domain.claim.JudgeHousehold;
import org.caisse.domain.claim.LineDecision;
import org.caisse.domain.claim.LineStatus;
import org.caisse.domain.money.Currency;
import org.caisse.domain.pack.Law;
import org.caisse.domain.pack.Pack;
import org.caisse.domain.pack.UnsetParameterException;

/** Judges the care of a case, and compares. */
final class RunClaimCase {

  private static final String PATIENT = "patient";

  private RunClaimCase() {}

  /** What is not as the case says; empty when all is. */
  static Optional<String> failure(Pack pack, ClaimCase one) {
    try {
      Map<Long, LineDecision> decisions = decisions(new Law(pack, one.settings()), one);
      for (int n = 0; n < one.lines().size(); n++) {
        ClaimCase.Line line = one.lines().get(n);
        Optional<String> difference =
            difference(line, decisions.get(line.line().lineId()), pack.currency());
        if (difference.isPresent()) {
          String which = one.lines().size() == 1 ? "" : "line %d: ".formatted(n + 1);
          return difference.map(text -> which + text);
        }
      }
      return Optional.empty();
    } catch (UnsetParameterException | IllegalArgumentException | ArithmeticException e) {
      return Optional.of(e.getMessage());
    }
  }

  private static Map<Long, LineDecision> decisions(Law law, ClaimCase one) {
    CareBook book = new CareBook(law);
    List<LineDecision> released = judge(one, true, List.of(), book);
    Map<Long, CareLine> lines =
        one.lines().stream()
            .map(ClaimCase.Line::line)
            .collect(Collectors.toMap(CareLine::lineId, Function.identity()));
    List<FirmLine> firm =
        released.stream().map(decision -> firm(lines.get(decision.lineId()), decision)).toList();
    List<LineDecision> all = new ArrayList<>(released);
    all.addAll(judge(one, false, firm, book));
    return all.stream().collect(Collectors.toMap(LineDecision::lineId, Function.identity()));
  }

  private static List<LineDecision> judge(
      ClaimCase one, boolean released, List<FirmLine> firm, CareBook book) {
    List<CareLine> lines =
        one.lines().stream()
            .filter(line -> line.released() == released)
            .map(ClaimCase.Line::line)
            .toList();
    return JudgeHousehold.judge(
        new HouseholdFacts(
            one.family().getFirst().personNo(),
            one.family(),
            lines,
            firm,
            List.of(),
            one.agreements()),
        book);
  }

  private static FirmLine firm(CareLine line, LineDecision decision) {
    return new FirmLine(
        line.lineId(),
        line.personNo(),
        line.careOn(),
        line.provider().providerNo(),
        line.invoice().invoiceNo(),
        line.contentKey(),
        decision.status() == LineStatus.REFUSED,
        decision.consumed());
  }

  private static Optional<String> difference(
      ClaimCase.Line line, LineDecision decision, Currency currency) {
    Map<String, Long> given = given(decision);
    boolean pended = decision.status() == LineStatus.PENDED;
    if (pended != line.pended()) {
      return Optional.of(
          pended ? "it waits: " + decision.pend() : "it is decided, and should wait");
    }
    return given.equals(new TreeMap<>(line.gives()))
        ? Optional.empty()
        : Optional.of(
            "it gives {%s}, and should give {%s}"
                .formatted(words(given, currency), words(line.gives(), currency)));
  }

  private static Map<String, Long> given(LineDecision decision) {
    Map<String, Long> given = new TreeMap<>();
    decision.shares().forEach(share -> given.merge(share.payer(), share.amountMinor(), Long::sum));
    if (decision.copayMinor() > 0) {
      given.put(PATIENT, decision.copayMinor());
    }
    decision
        .reductions()
        .forEach(
            reduction ->
                given.merge(
                    reduction.code().name().toLowerCase(Locale.ROOT),
                    reduction.amountMinor(),
                    Long::sum));
    return given;
  }

  private static String words(Map<String, Long> amounts, Currency currency) {
    return new TreeMap<>(amounts)
        .entrySet().stream()
            .map(entry -> entry.getKey() + ": " + currency.plain(entry.getValue()))
            .collect(Collectors.joining(", "));
  }
}
