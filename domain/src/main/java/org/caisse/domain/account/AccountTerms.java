package org.caisse.domain.account;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.caisse.domain.ledger.Component;
import org.caisse.domain.money.Rate;
import org.caisse.domain.pack.Law;
import org.caisse.domain.pack.PaymentRule;

/**
 * How money is allocated and what late payment costs.
 *
 * @param order in which the components of one month are paid; months go by their due day. Care of
 *     closed days is paid of what all of these leave where the order has it as its last, else only
 *     by money that says so
 * @param latePerMonth surcharge per month or fraction of month, by first day of the month owed;
 *     empty when nothing is added
 */
public record AccountTerms(
    List<Component> order, Function<LocalDate, Optional<Rate>> latePerMonth) {

  /** The order when the law says nothing: what was owed first. */
  public static final List<Component> USUAL_ORDER =
      List.of(Component.CONTRIBUTION, Component.LATE_DECLARATION, Component.LATE_PAYMENT);

  /** The terms of a law: months for which the pack or the fund gives no rate bear nothing. */
  public static AccountTerms of(Law law) {
    PaymentRule rule = law.pack().payments();
    return new AccountTerms(
        rule == null
            ? USUAL_ORDER
            : rule.order().stream().map(part -> Component.valueOf(part.name())).toList(),
        law::latePaymentRate);
  }

  /** The terms of persons who owe themselves: no law read so far adds to what they pay late. */
  public static AccountTerms ofPersons(Law law) {
    return new AccountTerms(of(law).order(), month -> Optional.empty());
  }

  public AccountTerms {
    order = List.copyOf(order);
  }

  /** Whether money that does not say what it is for may pay care of closed days. */
  boolean paysCare() {
    return order.contains(Component.CLOSED_LATE);
  }

  /** The order within a month of contributions. */
  List<Component> ofContributions() {
    return order.stream().filter(component -> component != Component.CLOSED_LATE).toList();
  }
}
