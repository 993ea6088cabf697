package org.caisse.domain.claim;

import static org.caisse.domain.claim.Refusal.amount;
import static org.caisse.domain.claim.Refusal.day;
import static org.caisse.domain.claim.Refusal.quantity;
import static org.caisse.domain.claim.Refusal.word;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.caisse.domain.care.CareLimit;
import org.caisse.domain.care.CareLimit.Counted;
import org.caisse.domain.claim.Beneficiary.PersonStatus;
import org.caisse.domain.claim.Reduction.Argument;

/**
 * What the limits of a payer leave for a line, after what lines before it have taken (SEMANTICS 18
 * of the design). Windows are calendar days: of a limit over 7 days, care of d and of d+6 counts
 * together. Released care may be later than the line: no window that holds the line may hold more
 * than the limit allows.
 */
final class ApplyLimits {

  private static final long ONE = 1000;

  private ApplyLimits() {}

  /**
   * What is left.
   *
   * @param quantityMilli units of the line, 0 when a limit is reached
   * @param quantity why they are fewer than asked for; null when they are not
   * @param amountMinor what the payer may pay at most; {@link Long#MAX_VALUE} for no limit
   * @param amount why; null for no limit
   */
  record Left(long quantityMilli, Refusal quantity, long amountMinor, Refusal amount) {

    /** Whether a limit is reached, so that nothing is paid. */
    boolean nothing() {
      return quantityMilli <= 0 || amountMinor <= 0;
    }

    /** Why nothing is paid. */
    Refusal why() {
      return quantityMilli <= 0 ? quantity : amount;
    }
  }

  /**
   * What is left for a payer.
   *
   * @param askedMilli units that the payer would pay
   * @param lifted whether a prior agreement lifts the limits that one lifts
   * @param now what payers before it pay of this very line, by limit
   */
  static Left of(
      LineCase line, String payer, long askedMilli, boolean lifted, List<Consumption> now) {
    Left left = new Left(askedMilli, null, Long.MAX_VALUE, null);
    for (CareTerms.Limited limited : concerned(line, payer)) {
      if (!(lifted && limited.limit().lifted())) {
        left = tightened(left, line, limited, now);
      }
    }
    return left;
  }

  /** The limits of a payer that count care such as this. */
  static List<CareTerms.Limited> concerned(LineCase line, String payer) {
    return line.terms().limits().stream()
        .filter(limited -> limited.limit().payers().contains(payer))
        .filter(limited -> limited.limit().covers().holds(line.group(), line.act()))
        .toList();
  }

  /** Units as acts, each begun one whole: two consultations of one line are two. Thousandths. */
  static long acts(long quantityMilli) {
    return Math.ceilDiv(quantityMilli, ONE) * ONE;
  }

  /** What counts together. */
  static String key(CareLimit limit, LineCase line) {
    return limit.same().stream().map(same -> part(same, line)).collect(Collectors.joining("|"));
  }

  private static String part(CareLimit.Same same, LineCase line) {
    CareLine said = line.line();
    return switch (same) {
      case PERSON -> said.personNo();
      case HOUSEHOLD -> line.household();
      case ACT -> line.act();
      case GROUP -> line.group();
      case SPECIALTY -> said.provider().specialty();
      case AFFECTION -> said.affection();
      case PROVIDER -> said.provider().providerNo();
      case PRESCRIPTION ->
          said.prescriptionNo().isEmpty()
              ? said.provider().providerNo() + " " + said.invoice().invoiceNo()
              : said.prescriptionNo();
    };
  }

  private static Left tightened(
      Left left, LineCase line, CareTerms.Limited limited, List<Consumption> now) {
    CareLimit limit = limited.limit();
    List<Consumption> before = window(line, limited);
    Counted counted = limit.counted();
    long most = limited.most();
    long used = used(line, limited, before);
    long rest = Math.max(0, most - used);
    return switch (counted) {
      case COUNT ->
          rest >= acts(left.quantityMilli())
              ? left
              : new Left(
                  rest,
                  refusal(
                      rest > 0 ? ReductionCode.LIMIT_QUANTITY : ReductionCode.LIMIT_COUNT,
                      limited,
                      quantity(most),
                      before,
                      line),
                  left.amountMinor(),
                  left.amount());
      case QUANTITY ->
          rest >= left.quantityMilli()
              ? left
              : new Left(
                  rest,
                  refusal(ReductionCode.LIMIT_QUANTITY, limited, quantity(most), before, line),
                  left.amountMinor(),
                  left.amount());
      case AMOUNT -> {
        long taken =
            now.stream()
                .filter(c -> c.limit().equals(limit.id()))
                .mapToLong(Consumption::amountMinor)
                .sum();
        long amount = Math.max(0, rest - taken);
        yield amount >= left.amountMinor()
            ? left
            : new Left(
                left.quantityMilli(),
                left.quantity(),
                amount,
                refusal(ReductionCode.LIMIT_AMOUNT, limited, amount(most), before, line));
      }
    };
  }

  private static Refusal refusal(
      ReductionCode code,
      CareTerms.Limited limited,
      Argument most,
      List<Consumption> before,
      LineCase line) {
    LocalDate last =
        before.stream().map(Consumption::on).max(LocalDate::compareTo).orElse(line.line().careOn());
    return Refusal.of(code, word(limited.limit().id()), most, day(last));
  }

  /** What was taken that may count together with a line. */
  private static List<Consumption> window(LineCase line, CareTerms.Limited limited) {
    CareLimit limit = limited.limit();
    LocalDate on = line.line().careOn();
    return line.used().of(limit.id(), key(limit, line)).stream()
        .filter(
            before ->
                switch (limit.window().kind()) {
                  case DAYS -> near(before.on(), on, limited.days());
                  case YEAR -> before.on().getYear() == on.getYear();
                  case EVER -> true;
                  case STATUS -> duringStatus(line, limited, before.on());
                })
        .toList();
  }

  private static boolean near(LocalDate one, LocalDate other, int days) {
    return one.isAfter(other.minusDays(days)) && one.isBefore(other.plusDays(days));
  }

  /** Within the status that is so on the day of care; without one, within the days of the limit. */
  private static boolean duringStatus(LineCase line, CareTerms.Limited limited, LocalDate before) {
    LocalDate on = line.line().careOn();
    return line.person().statuses().stream()
        .filter(status -> status.on(on) && status.is(limited.limit().window().status()))
        .min(Comparator.comparing(PersonStatus::from))
        .map(status -> status.on(before))
        .orElseGet(() -> near(before, on, limited.days()));
  }

  /** The most that any window has taken that holds the line. */
  private static long used(LineCase line, CareTerms.Limited limited, List<Consumption> before) {
    if (limited.limit().window().kind() != CareLimit.Window.Kind.DAYS) {
      return before.stream().mapToLong(c -> taken(limited, c)).sum();
    }
    LocalDate on = line.line().careOn();
    long most = 0;
    for (Consumption first : before) {
      LocalDate begin = first.on().isAfter(on) ? on : first.on();
      LocalDate end = begin.plusDays(limited.days());
      long sum =
          before.stream()
              .filter(c -> !c.on().isBefore(begin) && c.on().isBefore(end))
              .mapToLong(c -> taken(limited, c))
              .sum();
      most = Math.max(most, sum);
    }
    return most;
  }

  private static long taken(CareTerms.Limited limited, Consumption consumption) {
    return switch (limited.limit().counted()) {
      case COUNT, QUANTITY -> consumption.quantityMilli();
      case AMOUNT -> consumption.amountMinor();
    };
  }
}
