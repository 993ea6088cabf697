package org.caisse.jobs.takeon;

import java.sql.SQLException;
import java.time.LocalDate;
import org.caisse.jobs.run.RejectRows;
import org.caisse.readers.takeon.TakeOnLine;
import org.caisse.writers.copy.BinaryCopy;

/** Lines of a take-on on their way to the temporary table. */
final class IncomingTakeOn {

  static final String COPY =
      "COPY incoming_take_on (file_id, line_no, kind, employer, person, ogd, account, reference,"
          + " component, basis, period, due, late_from, value_date, valid_from, valid_to,"
          + " amount_minor, base_minor, employer_minor, insured_minor, state_minor, waiting_months,"
          + " payer_account, payer_name, description, raw, canonical_no, canonical)"
          + " FROM STDIN (FORMAT BINARY)";

  private final BinaryCopy copy;
  private final int fileId;

  IncomingTakeOn(BinaryCopy copy, int fileId) {
    this.copy = copy;
    this.fileId = fileId;
  }

  /**
   * Adds a line.
   *
   * @param lineNo of the sender's file
   * @param place the line as it is told when it is refused
   * @return what it adds to the sum of its file, minor units
   */
  long add(TakeOnLine line, int lineNo, RejectRows.Row place) throws SQLException {
    copy.row(28);
    copy.int4(fileId);
    copy.int4(lineNo);
    long amount =
        switch (line) {
          case TakeOnLine.Debt debt -> debt(debt);
          case TakeOnLine.Money money -> money(money);
          case TakeOnLine.Account account -> account(account);
          case TakeOnLine.Contribution contribution -> contribution(contribution);
          case TakeOnLine.Right right -> right(right);
          case TakeOnLine.Total total -> throw new IllegalArgumentException(total.toString());
        };
    copy.text(place.raw());
    copy.int4(place.canonicalNo());
    copy.text(place.canonical());
    return amount;
  }

  private long debt(TakeOnLine.Debt debt) throws SQLException {
    texts("DEBT", debt.employer(), "", debt.ogd(), "", "", debt.component(), "");
    days(debt.period(), debt.due(), debt.lateFrom(), null, null, null);
    amounts(debt.amountMinor(), null, null, null, null);
    copy.nul();
    payer("", "", "");
    return debt.amountMinor();
  }

  private long money(TakeOnLine.Money money) throws SQLException {
    texts("MONEY", money.employer(), "", "", money.account(), money.reference(), "", "");
    days(null, null, null, money.valueDate(), null, null);
    amounts(money.amountMinor(), null, null, null, null);
    copy.nul();
    payer(money.payerAccount(), money.payerName(), money.text());
    return money.amountMinor();
  }

  private long account(TakeOnLine.Account account) throws SQLException {
    texts("ACCOUNT", "", "", "", account.account(), "", "", "");
    days(null, null, null, null, null, null);
    amounts(account.amountMinor(), null, null, null, null);
    copy.nul();
    payer("", "", "");
    return account.amountMinor();
  }

  private long contribution(TakeOnLine.Contribution line) throws SQLException {
    texts("CONTRIBUTION", line.employer(), line.person(), "", "", "", "", "");
    days(line.period(), null, null, null, null, null);
    long sum =
        Math.addExact(
            Math.addExact(zero(line.employerShare()), zero(line.insuredShare())),
            zero(line.stateShare()));
    amounts(sum, line.base(), line.employerShare(), line.insuredShare(), line.stateShare());
    copy.nul();
    payer("", "", "");
    return sum;
  }

  private long right(TakeOnLine.Right right) throws SQLException {
    texts("RIGHT", "", right.person(), "", "", "", "", right.basis());
    days(null, null, null, null, right.validFrom(), right.validTo());
    amounts(0L, null, null, null, null);
    copy.int4(right.waitingMonths());
    payer("", "", "");
    return 0;
  }

  private void texts(String... texts) throws SQLException {
    for (String text : texts) {
      copy.text(text);
    }
  }

  private void days(LocalDate... days) throws SQLException {
    for (LocalDate day : days) {
      if (day == null) {
        copy.nul();
      } else {
        copy.date(day);
      }
    }
  }

  private void amounts(Long... amounts) throws SQLException {
    for (Long amount : amounts) {
      if (amount == null) {
        copy.nul();
      } else {
        copy.int8(amount);
      }
    }
  }

  private void payer(String account, String name, String text) throws SQLException {
    texts(account, name, text);
  }

  private static long zero(Long amount) {
    return amount == null ? 0 : amount;
  }
}
