package org.caisse.config.pack;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.caisse.config.text.Amounts;
import org.caisse.config.text.Messages;
import org.caisse.domain.money.Rate;
import org.caisse.domain.pack.ContributionTerms;
import org.caisse.domain.pack.HeadTerms;
import org.caisse.domain.pack.Lookup;
import org.caisse.domain.pack.PayElement;
import org.caisse.domain.pack.Payer;
import org.caisse.domain.pack.Shape;

/** Contribution terms in words: what each payer bears, and of what. */
final class TermsText {

  /** Where a payer bears nothing. */
  static final String NOTHING = "–";

  private final Messages messages;
  private final Amounts amounts;

  TermsText(Messages messages, Amounts amounts) {
    this.messages = messages;
    this.amounts = amounts;
  }

  /**
   * Terms, a cell for each column of a table.
   *
   * @param remarks what no column says
   */
  record Cells(
      String employer,
      String insured,
      String state,
      String floor,
      String ceiling,
      List<String> remarks) {}

  Cells cells(ContributionTerms terms) {
    return terms.shape() == null ? plain(terms) : shaped(terms.shape());
  }

  private Cells plain(ContributionTerms terms) {
    boolean percent =
        !(terms.employer().equals(Rate.ZERO)
            && terms.insured().equals(Rate.ZERO)
            && terms.state().equals(Rate.ZERO));
    return new Cells(
        share(terms.employer(), terms.flat().of(Payer.EMPLOYER)),
        share(terms.insured(), terms.flat().of(Payer.INSURED)),
        share(terms.state(), terms.flat().of(Payer.STATE)),
        percent ? floor(terms.floorMinor()) : "",
        percent ? ceiling(terms.ceilingMinor()) : "",
        List.of());
  }

  private String share(Rate rate, long flatMinor) {
    if (flatMinor != 0) {
      return amounts.number(flatMinor);
    }
    return rate.equals(Rate.ZERO) ? NOTHING : percent(rate);
  }

  private Cells shaped(Shape shape) {
    List<String> remarks = new ArrayList<>();
    String span = messages.get("packs.span." + shape.span());
    return switch (shape.whole()) {
      case Shape.Whole.Percentages percentages -> {
        if (percentages.notional() != null) {
          remarks.add(messages.get("packs.of", amount(percentages.notional()) + " " + span));
        } else if (percentages.pay() == PayElement.BASE_SALARY) {
          remarks.add(messages.get("packs.of", messages.get("packs.base_salary")));
        }
        if (percentages.residue() != null) {
          remarks.add(messages.get("packs.residue", payer(percentages.residue())));
        }
        yield cells(
            payer -> rate(percentages, payer),
            floor(percentages.floorMinor()),
            ceiling(percentages.ceilingMinor()),
            remarks);
      }
      case Shape.Whole.Flat flat -> {
        remarks.add(span);
        if (flat.heads() != null) {
          remarks.add(heads(flat.heads()));
        }
        yield cells(payer -> amount(flat, payer), "", "", remarks);
      }
      case Shape.Whole.Parted parted -> {
        remarks.add(messages.get("packs.of", amount(parted.amount()) + " " + span));
        yield cells(payer -> part(parted, payer), "", "", remarks);
      }
    };
  }

  private static Cells cells(
      Function<Payer, String> share, String floor, String ceiling, List<String> remarks) {
    return new Cells(
        share.apply(Payer.EMPLOYER),
        share.apply(Payer.INSURED),
        share.apply(Payer.STATE),
        floor,
        ceiling,
        remarks);
  }

  private String rate(Shape.Whole.Percentages percentages, Payer payer) {
    return percentages.rates().stream()
        .filter(one -> one.payer() == payer)
        .findFirst()
        .map(one -> within(lookup(one.rate(), this::percent), one))
        .orElse(NOTHING);
  }

  private String within(String rate, Shape.PayerRate one) {
    return one.minMinor() == 0 && one.maxMinor() == ContributionTerms.NO_CEILING
        ? rate
        : messages.get("packs.within", rate, floor(one.minMinor()), ceiling(one.maxMinor()));
  }

  private String amount(Shape.Whole.Flat flat, Payer payer) {
    return flat.amounts().stream()
        .filter(one -> one.payer() == payer)
        .findFirst()
        .map(one -> amount(one.amount()))
        .orElse(NOTHING);
  }

  private String part(Shape.Whole.Parted parted, Payer payer) {
    return parted.parts().stream()
        .filter(one -> one.payer() == payer)
        .findFirst()
        .map(this::part)
        .orElse(NOTHING);
  }

  private String part(Shape.PayerPart part) {
    if (part.part() == null) {
      return messages.get("packs.rest");
    }
    String percent = lookup(part.part(), this::percent);
    return part.least() ? messages.get("packs.bounds.min", percent) : percent;
  }

  private String heads(HeadTerms heads) {
    if (heads.beyond() == null) {
      return messages.get("packs.heads");
    }
    String key = heads.limitOfChildren() ? "packs.heads.children" : "packs.heads.all";
    return messages.get(key, amounts.count(heads.limit()), payer(heads.beyond()));
  }

  private String payer(Payer payer) {
    return messages.get("packs.col." + Words.of(payer));
  }

  private String amount(Lookup<Long> amount) {
    return lookup(amount, amounts::number);
  }

  private static <T> String lookup(Lookup<T> lookup, Function<T, String> words) {
    return lookup.table().isEmpty()
        ? words.apply(lookup.rows().getFirst().value())
        : lookup.table();
  }

  private String percent(Rate rate) {
    return amounts.percent(rate.toPercent());
  }

  private String floor(long minor) {
    return minor == 0 ? messages.get("packs.none") : amounts.number(minor);
  }

  private String ceiling(long minor) {
    return minor == ContributionTerms.NO_CEILING
        ? messages.get("packs.none")
        : amounts.number(minor);
  }
}
