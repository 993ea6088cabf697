package org.caisse.app;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.caisse.config.text.Amounts;
import org.caisse.config.text.Language;
import org.caisse.config.text.Messages;
import org.caisse.jobs.run.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The account of an employer, or of an insured person who owes contributions himself: what is owed
 * by month, what was paid, what is open, what came.
 */
final class AccountView {

  /** What of the debts came from an old system. */
  private static final String TAKEN_ON = "taken_on";

  /** Care that was paid for days closed afterwards. */
  private static final String CLOSED_LATE = "closed_late";

  private static final List<String> AMOUNTS =
      List.of(
          TAKEN_ON,
          "contributions",
          "late_declaration",
          "late_payment",
          CLOSED_LATE,
          "paid",
          "waived",
          "written_off",
          "open",
          "advance");

  private final Session session;
  private final JdbcClient sql;

  AccountView(Session session) {
    this.session = session;
    this.sql = JdbcClient.create(session.environment().dataSource());
  }

  /** The employer of a number. */
  Optional<Long> employer(String number) {
    return sql.sql("SELECT employer_id FROM employer WHERE employer_no = ?")
        .param(number)
        .query(Long.class)
        .optional();
  }

  /** The account of an employer for programs, amounts in minor units. */
  Map<String, Object> of(String number, long employerId) {
    Map<String, Object> account = new LinkedHashMap<>();
    account.put("employer", number);
    account.put("months", rows("account", employerId, false));
    account.put("receipts", rows("account-receipts", employerId, false));
    return account;
  }

  /** The account of a person for programs; empty when nothing is, or was, asked of him himself. */
  Map<String, Object> ofPerson(long personId) {
    Map<String, Object> account = new LinkedHashMap<>();
    account.put("months", rows("account", personId, true));
    account.put("receipts", rows("account-receipts", personId, true));
    boolean none = account.values().stream().allMatch(rows -> ((List<?>) rows).isEmpty());
    return none ? Map.of() : account;
  }

  private List<Map<String, Object>> rows(String query, long debtorId, boolean persons) {
    List<Map<String, Object>> rows =
        sql.sql(Sql.of(AccountView.class, query))
            .param("debtor", debtorId)
            .param("persons", persons)
            .query()
            .listOfRows();
    for (Map<String, Object> row : rows) {
      Object population = row.remove("population");
      if (population != null) {
        LocalDate month = YearMonth.parse(row.get("period").toString()).atDay(1);
        row.put("due", session.environment().law().due(population.toString(), month));
      }
    }
    return rows;
  }

  /** The account of an employer for people. */
  void print(PrintWriter out, String number, long employerId, Language language) {
    print(out, "account.page", number, employerId, false, language);
  }

  /** The account of a person for people. */
  void printPerson(PrintWriter out, String number, long personId, Language language) {
    print(out, "account.page.person", number, personId, true, language);
  }

  private void print(
      PrintWriter out,
      String title,
      String number,
      long debtorId,
      boolean persons,
      Language language) {
    Messages messages = Messages.of("documents", language);
    Amounts amounts = new Amounts(language, session.environment().law().pack().currency());
    out.println(messages.get(title, number));
    List<Map<String, Object>> months = rows("account", debtorId, persons);
    if (months.isEmpty()) {
      out.println(messages.get("account.empty"));
    } else {
      TextTable.print(out, months(months, messages, amounts));
    }
    List<Map<String, Object>> shown = new ArrayList<>();
    for (Map<String, Object> receipt : rows("account-receipts", debtorId, persons)) {
      Map<String, Object> row = new LinkedHashMap<>();
      row.put(messages.get("receipt.no"), receipt.get("receipt_no"));
      row.put(messages.get("receipt.value_date"), receipt.get("value_date"));
      row.put(messages.get("receipt.account"), receipt.get("account"));
      row.put(messages.get("receipt.bank_ref"), receipt.get("bank_ref"));
      row.put(messages.get("receipt.amount"), amount(receipt, "amount_minor", amounts));
      row.put(messages.get("account.paid"), amount(receipt, "allocated_minor", amounts));
      row.put(
          messages.get("receipt.rule"),
          messages.get(
              (boolean) receipt.get("taken_back")
                  ? "receipt.rule.RETURNED"
                  : "receipt.rule." + receipt.get("rule")));
      shown.add(row);
    }
    if (!shown.isEmpty()) {
      out.println();
      TextTable.print(out, shown);
    }
  }

  private static List<Map<String, Object>> months(
      List<Map<String, Object>> months, Messages messages, Amounts amounts) {
    List<Map<String, Object>> shown = new ArrayList<>();
    Map<String, Long> totals = new LinkedHashMap<>();
    for (Map<String, Object> month : months) {
      AMOUNTS.forEach(
          name -> totals.merge(name, ((Number) month.get(name)).longValue(), Math::addExact));
    }
    List<String> columns = new ArrayList<>(AMOUNTS);
    columns.removeIf(
        name ->
            List.of(TAKEN_ON, CLOSED_LATE).contains(name) && totals.getOrDefault(name, 0L) == 0);
    for (Map<String, Object> month : months) {
      shown.add(row(month.get("period"), month.get("due"), month, columns, messages, amounts));
    }
    shown.add(row(messages.get("statement.totals"), "", totals, columns, messages, amounts));
    return shown;
  }

  private static Map<String, Object> row(
      Object period,
      Object due,
      Map<String, ?> values,
      List<String> columns,
      Messages messages,
      Amounts amounts) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put(messages.get("label.period"), period);
    row.put(messages.get("account.due"), due);
    for (String name : columns) {
      row.put(messages.get("account.short." + name), amount(values, name, amounts));
    }
    return row;
  }

  private static String amount(Map<String, ?> row, String name, Amounts amounts) {
    return amounts.number(((Number) row.get(name)).longValue());
  }
}
