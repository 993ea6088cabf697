package org.caisse.domain.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.caisse.domain.pack.Payer;

/**
 * The account of each side of an entry. Numbers are the fund's, set by role: {@link #ROLES}, and
 * {@link #MONEY_ROLES} for a fund that keeps its receipts here.
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

  /** The roles that are needed, all of them, once money received is taken in. */
  public static final List<String> MONEY_ROLES =
      List.of("bank", "suspense", "advances", "remission", "income.late_payment", "clearing.ogd");

  /** The roles that are needed once debts are written off. */
  public static final List<String> LOSS_ROLES = List.of("loss.written_off", "loss.prescribed");

  /** The role that is needed besides once delegated bodies may keep something. */
  public static final String FEE_ROLE = "expense.ogd_fee";

  /** The role that is needed besides once an old system is taken on: it balances all openings. */
  public static final String OPENING_ROLE = "opening";

  /** The roles that are needed, all of them, once care is decided on. */
  public static final List<String> CARE_ROLES =
      List.of("expense.care", "payable.provider", "payable.insured");

  /**
   * What a payer bears is debited to {@code expense.care}, or to the role of that name with the
   * payer behind it: a programme's share is a claim on who finances it, not an expense.
   */
  public static final String CARE_OF_PAYER = "expense.care.";

  /** The accounts whose openings are debts and money, one by one, and no balances. */
  private static final List<String> DETAILED =
      List.of("receivable.employer", "suspense", "advances", OPENING_ROLE);

  public Accounts {
    numbers = Map.copyOf(numbers);
    require(ROLES, numbers);
  }

  /**
   * The same, once it is sure that money can be posted.
   *
   * @throws IllegalArgumentException when a role has no number
   */
  public Accounts forMoney() {
    require(MONEY_ROLES, numbers);
    return this;
  }

  /**
   * The same, once it is sure that losses can be posted.
   *
   * @throws IllegalArgumentException when a role has no number
   */
  public Accounts forLosses() {
    require(LOSS_ROLES, numbers);
    return this;
  }

  /**
   * The same, once it is sure that what delegated bodies keep can be posted.
   *
   * @throws IllegalArgumentException when the role has no number
   */
  public Accounts forFees() {
    require(List.of(FEE_ROLE), numbers);
    return this;
  }

  /**
   * The same, once it is sure that an old system can be taken on.
   *
   * @throws IllegalArgumentException when a role has no number
   */
  public Accounts forOpening() {
    require(List.of(OPENING_ROLE), numbers);
    return forMoney();
  }

  /**
   * The same, once it is sure that care can be posted.
   *
   * @throws IllegalArgumentException when a role has no number
   */
  public Accounts forCare() {
    require(CARE_ROLES, numbers);
    return this;
  }

  /** Whether the openings of an account are told one by one. */
  public boolean isDetailed(String account) {
    return DETAILED.stream().anyMatch(role -> account.equals(numbers.get(role)));
  }

  private static void require(List<String> roles, Map<String, String> numbers) {
    List<String> missing = new ArrayList<>(roles);
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
    return switch (debtor) {
      case EMPLOYER, ACCOUNT, RECEIPT, OGD, OPENING, CHART, INVOICE, EMPLOYER_CARE ->
          numbers.get("receivable.employer");
      case PERSON, PERSON_ACCOUNT, PERSON_CARE -> numbers.get("receivable.person");
      case STATE -> numbers.get("receivable.state");
    };
  }

  /** The account of the contributions that a payer bears. */
  private String income(Payer payer) {
    return numbers.get("income.contribution." + payer.name().toLowerCase(Locale.ROOT));
  }

  /** The account in which the money of a receipt is: of a bank, or owed by a delegated body. */
  private String holder(Entry entry) {
    return entry.ogd().isEmpty() ? money("bank") : money("clearing.ogd");
  }

  private String care(String payer) {
    String own = numbers.get(CARE_OF_PAYER + payer);
    return own == null ? money("expense.care") : own;
  }

  private String money(String role) {
    String number = numbers.get(role);
    if (number == null) {
      require(List.of(role), numbers);
    }
    return number;
  }

  /** What an entry debits and credits before it is reversed. */
  private record Sides(String debit, String credit) {}

  private Sides sides(Debtor debtor, Entry entry) {
    if (debtor == Debtor.OPENING) {
      return new Sides(receivable(debtor), money(OPENING_ROLE));
    }
    return switch (entry.component()) {
      case CONTRIBUTION -> new Sides(receivable(debtor), income(entry.payer()));
      case LATE_DECLARATION ->
          new Sides(receivable(debtor), numbers.get("income.late_declaration"));
      case LATE_PAYMENT -> new Sides(receivable(debtor), money("income.late_payment"));
      case RECEIVED -> new Sides(holder(entry), money("suspense"));
      case RETURNED -> new Sides(money("suspense"), holder(entry));
      case PAID_CONTRIBUTION, PAID_LATE_DECLARATION, PAID_LATE_PAYMENT, PAID_CLOSED_LATE ->
          new Sides(money("suspense"), receivable(debtor));
      case WAIVED_CONTRIBUTION, WAIVED_LATE_DECLARATION, WAIVED_LATE_PAYMENT, WAIVED_CLOSED_LATE ->
          new Sides(money("remission"), receivable(debtor));
      case WRITTEN_OFF_CONTRIBUTION,
          WRITTEN_OFF_LATE_DECLARATION,
          WRITTEN_OFF_LATE_PAYMENT,
          WRITTEN_OFF_CLOSED_LATE ->
          new Sides(money("loss.written_off"), receivable(debtor));
      case PRESCRIBED_CONTRIBUTION, PRESCRIBED_LATE_DECLARATION, PRESCRIBED_LATE_PAYMENT ->
          new Sides(money("loss.prescribed"), receivable(debtor));
      case ADVANCE -> new Sides(money("suspense"), money("advances"));
      // The bank is credited by its own line, when the money has left.
      case REFUND -> new Sides(money("advances"), money("suspense"));
      case TRANSFERRED -> new Sides(money("suspense"), money("clearing.ogd"));
      case OGD_FEE -> new Sides(money(FEE_ROLE), money("clearing.ogd"));
      case TAKEN_ON -> new Sides(money(OPENING_ROLE), money("suspense"));
      case DEBIT_BALANCE -> new Sides(entry.ogd(), money(OPENING_ROLE));
      case CREDIT_BALANCE -> new Sides(money(OPENING_ROLE), entry.ogd());
      case CARE -> new Sides(care(entry.ogd()), money("payable.provider"));
      case REIMBURSEMENT -> new Sides(care(entry.ogd()), money("payable.insured"));
      // What had been borne is claimed: it lessens the expense.
      case CLOSED_LATE -> new Sides(receivable(debtor), care(entry.ogd()));
    };
  }

  /** The two postings of an entry. */
  public List<Posting> postings(Debtor debtor, Entry entry) {
    Sides sides = sides(debtor, entry);
    String debit = entry.reverses() == 0 ? sides.debit() : sides.credit();
    String credit = entry.reverses() == 0 ? sides.credit() : sides.debit();
    return List.of(
        new Posting(debit, entry.amountMinor(), 0), new Posting(credit, 0, entry.amountMinor()));
  }
}
