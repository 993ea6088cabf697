package org.caisse.domain.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.caisse.domain.pack.Payer;

/**
 * The account of each side of an entry. Numbers are the fund's, set by role: {@code
 * receivable.employer}, {@code receivable.person}, {@code receivable.state}, {@code
 * income.contribution.employer}, {@code income.contribution.insured}, {@code
 * income.contribution.state}, {@code income.late_declaration}.
 */
public record Accounts(Map<String, String> numbers) {

  /** The roles that a fund must give a number to. */
  public static final List<String> ROLES =
      List.of(
          "receivable.employer",
          "receivable.person",
          "receivable.state",
          "income.contribution.employer",
          "income.contribution.insured",
          "income.contribution.state",
          "income.late_declaration");

  public Accounts {
    numbers = Map.copyOf(numbers);
    List<String> missing = new ArrayList<>(ROLES);
    missing.removeAll(numbers.keySet());
    if (!missing.isEmpty()) {
      throw new IllegalArgumentException(
          "no account number for "
              + String.join(", ", missing)
              + ": add it under 'accounts' of the workspace's settings file");
    }
  }

  /** The account that an entry of this debtor debits. */
  public String receivable(Debtor debtor) {
    return numbers.get("receivable." + debtor.name().toLowerCase(Locale.ROOT));
  }

  /** The account that an entry of this component and payer credits. */
  public String income(Component component, Payer payer) {
    return switch (component) {
      case CONTRIBUTION ->
          numbers.get("income.contribution." + payer.name().toLowerCase(Locale.ROOT));
      case LATE_DECLARATION -> numbers.get("income.late_declaration");
    };
  }

  /** The two postings of an entry. */
  public List<Posting> postings(Debtor debtor, Entry entry) {
    String debit = receivable(debtor);
    String credit = income(entry.component(), entry.payer());
    return entry.reverses() == 0
        ? List.of(
            new Posting(debit, entry.amountMinor(), 0), new Posting(credit, 0, entry.amountMinor()))
        : List.of(
            new Posting(credit, entry.amountMinor(), 0),
            new Posting(debit, 0, entry.amountMinor()));
  }
}
