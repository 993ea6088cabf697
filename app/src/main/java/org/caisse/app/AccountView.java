package org.caisse.app;

import java.io.PrintWriter;
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

/** An employer's account: what is owed by month, what was paid, what is open, what came. */
final class AccountView {

  /** What of the debts came from an old system. */
  private static final String TAKEN_ON = "taken_on";

  private static final List<String> AMOUNTS =
      List.of(
          TAKEN_ON,
          "contributions",
          "late_declaration",
          "late_payment",
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

  /** The account for programs, amounts in minor units. */
  Map<String, Object> of(String number, long employerId) {
    Map<String, Object> account = new LinkedHashMap<>();
    account.put("employer", number);
    account.put("months", rows("account", employerId));
    account.put("receipts", rows("account-receipts", employerId));
    return account;
  }

  private List<Map<String, Object>> rows(String query, long employerId) {
    return sql.sql(Sql.of(AccountView.class, query))
        .param("employer", employerId)
        .query()
        .listOfRows();
  }

  /** The account for people. */
  void print(PrintWriter out, String number, long employerId, Language language) {
    Messages messages = Messages.of("documents", language);
    Amounts amounts = new Amounts(language, session.environment().law().pack().currency());
    out.println(messages.get("account.page", number));
    List<Map<String, Object>> months = rows("account", employerId);
    if (months.isEmpty()) {
      out.println(messages.get("account.empty"));
    } else {
      TextTable.print(out, months(months, messages, amounts));
    }
    List<Map<String, Object>> shown = new ArrayList<>();
    for (Map<String, Object> receipt : rows("account-receipts", employerId)) {
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
    if (totals.getOrDefault(TAKEN_ON, 0L) == 0) {
      columns.remove(TAKEN_ON);
    }
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
