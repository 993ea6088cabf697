package org.caisse.domain.contribution;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.caisse.domain.money.Rate;
import org.caisse.domain.pack.AbovePay;
import org.caisse.domain.pack.Circumstances;
import org.caisse.domain.pack.Circumstances.Heads;
import org.caisse.domain.pack.Facts;
import org.caisse.domain.pack.HeadKind;
import org.caisse.domain.pack.HeadTerms;
import org.caisse.domain.pack.MissingFactException;
import org.caisse.domain.pack.PayElement;
import org.caisse.domain.pack.Payer;
import org.caisse.domain.pack.Shape;
import org.caisse.domain.pack.Shares;

/**
 * The contribution of one person for one employer and month under terms that are more than
 * percentages of the pay and flat amounts: by heads, by class, by age, for several months, within
 * bounds. Each payer's share is rounded once, half up, for the whole span; the months of a span owe
 * parts that add up to it. Units: minor units of the pack's currency. Text: the pack names it per
 * rule.
 */
final class AssessShape {

  private final Shape shape;
  private final long payMinor;
  private final Circumstances person;
  private final Facts facts;

  /** What is owed, and on which base. */
  record Assessed(long baseMinor, Shares shares) {}

  private AssessShape(Shape shape, long payMinor, Circumstances person, SpanOfMonths span) {
    this.shape = shape;
    this.payMinor = payMinor;
    this.person = person;
    this.facts =
        new MonthFacts(
            shape.rule(), shape.owing().own() ? span.first() : shape.month(), payMinor, person);
  }

  /**
   * @param payMinor all pay of the person by this employer for this month
   * @param person what else is known of the person
   * @throws MissingFactException when the shape needs to know more
   */
  static Assessed assess(Shape shape, long payMinor, Circumstances person) {
    Circumstances known = shape.fixed().completedBy(person);
    SpanOfMonths span = SpanOfMonths.of(shape, known);
    if (!span.holds()) {
      return new Assessed(0, Shares.NOTHING);
    }
    AssessShape one = new AssessShape(shape, payMinor, known, span);
    long base = span.part(one.base(), shape.owing().month());
    Map<Payer, Long> owed = one.owed();
    owed.replaceAll((_, amount) -> span.part(amount, shape.owing().month()));
    return new Assessed(base, one.withheld(shares(owed)));
  }

  private long base() {
    return switch (shape.whole()) {
      case Shape.Whole.Percentages percentages -> base(percentages);
      case Shape.Whole.Flat _, Shape.Whole.Parted _ -> payMinor;
    };
  }

  private long base(Shape.Whole.Percentages percentages) {
    long base =
        percentages.notional() != null
            ? percentages.notional().find(facts)
            : pay(percentages.pay());
    return Math.min(Math.max(base, percentages.floorMinor()), percentages.ceilingMinor());
  }

  private long pay(PayElement element) {
    return switch (element) {
      case GROSS -> payMinor;
      case BASE_SALARY -> {
        if (person.baseSalaryMinor() == Circumstances.UNKNOWN) {
          throw new MissingFactException(shape.rule(), "base_salary");
        }
        yield person.baseSalaryMinor();
      }
    };
  }

  private Map<Payer, Long> owed() {
    return switch (shape.whole()) {
      case Shape.Whole.Percentages percentages -> percentages(percentages);
      case Shape.Whole.Flat flat -> flat(flat);
      case Shape.Whole.Parted parted -> parted(parted);
    };
  }

  private Map<Payer, Long> percentages(Shape.Whole.Percentages percentages) {
    long base = base(percentages);
    Map<Payer, Long> owed = new EnumMap<>(Payer.class);
    Rate total = Rate.ZERO;
    for (Shape.PayerRate one : percentages.rates()) {
      Rate rate = one.rate().find(facts);
      total = total.plus(rate);
      owed.put(one.payer(), Math.min(Math.max(rate.of(base), one.minMinor()), one.maxMinor()));
    }
    if (percentages.residue() != null) {
      long others = sum(owed) - owed.get(percentages.residue());
      owed.put(percentages.residue(), total.of(base) - others);
    }
    return owed;
  }

  /** Heads within the limit are shared; each further one is wholly on the payer beyond it. */
  private Map<Payer, Long> flat(Shape.Whole.Flat flat) {
    int heads = flat.heads() == null ? 1 : heads(flat.heads());
    int shared = flat.heads() == null ? 1 : heads - beyond(flat.heads(), heads);
    Map<Payer, Long> owed = new EnumMap<>(Payer.class);
    long each = 0;
    for (Shape.PayerAmount one : flat.amounts()) {
      long amount = one.amount().find(facts);
      each = Math.addExact(each, amount);
      owed.put(one.payer(), Math.multiplyExact(amount, shared));
    }
    if (heads > shared) {
      owed.merge(flat.heads().beyond(), Math.multiplyExact(each, heads - shared), Math::addExact);
    }
    return owed;
  }

  private int heads(HeadTerms terms) {
    int count = 0;
    for (HeadKind kind : terms.counted()) {
      count +=
          switch (kind) {
            case INSURED -> 1;
            case SPOUSE -> family().spouses();
            case CHILD -> family().children();
            case PARENT -> family().parents();
          };
    }
    return count;
  }

  private int beyond(HeadTerms terms, int heads) {
    return Math.max(0, (terms.limitOfChildren() ? family().children() : heads) - terms.limit());
  }

  private Heads family() {
    if (person.heads() == null) {
      throw new MissingFactException(shape.rule(), "heads");
    }
    return person.heads();
  }

  /** Each part is rounded on its own; the last payer bears what is left. */
  private Map<Payer, Long> parted(Shape.Whole.Parted parted) {
    long left = parted.amount().find(facts);
    long whole = left;
    Map<Payer, Long> owed = new EnumMap<>(Payer.class);
    List<Shape.PayerPart> parts = new ArrayList<>(parted.parts());
    Payer rest = parts.removeLast().payer();
    for (Shape.PayerPart one : parts) {
      long part = Math.min(part(one).of(whole), left);
      owed.put(one.payer(), part);
      left -= part;
    }
    owed.put(rest, left);
    return owed;
  }

  private Rate part(Shape.PayerPart one) {
    Rate part = one.part().find(facts);
    Rate agreed = person.employerPart();
    boolean more =
        one.least() && agreed != null && agreed.toPercent().compareTo(part.toPercent()) > 0;
    return more ? agreed : part;
  }

  /** What can be withheld from the pay, as the law wants it. */
  private Shares withheld(Shares shares) {
    long above = shares.insuredMinor() - payMinor;
    if (above <= 0 || shape.abovePay() == AbovePay.OWED) {
      return shares;
    }
    long employer = shape.abovePay() == AbovePay.EMPLOYER ? above : 0;
    return new Shares(
        Math.addExact(shares.employerMinor(), employer), payMinor, shares.stateMinor());
  }

  private static Shares shares(Map<Payer, Long> owed) {
    return new Shares(
        owed.getOrDefault(Payer.EMPLOYER, 0L),
        owed.getOrDefault(Payer.INSURED, 0L),
        owed.getOrDefault(Payer.STATE, 0L));
  }

  private static long sum(Map<Payer, Long> owed) {
    return owed.values().stream().reduce(0L, Math::addExact);
  }
}
