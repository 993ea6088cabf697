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

/**
 * The life of a receipt: how it came, to whom it belongs and why, what it pays, what was given
 * back.
 */
final class ReceiptView {

  private static final List<String> HEAD =
      List.of(
          "ogd",
          "account",
          "bank_ref",
          "value_date",
          "payer_name",
          "payer_account",
          "text",
          "employer_said",
          "period_said",
          "received_on",
          "file_name",
          "line",
          "run",
          "takes_back",
          "taken_back_by");

  private final Session session;
  private final JdbcClient sql;

  ReceiptView(Session session) {
    this.session = session;
    this.sql = JdbcClient.create(session.environment().dataSource());
  }

  /** The life of the receipt of a number, for programs; amounts in minor units. */
  Optional<Map<String, Object>> of(String number) {
    return rows("receipt", number).stream().findFirst().map(this::life);
  }

  private Map<String, Object> life(Map<String, Object> head) {
    Map<String, Object> life = new LinkedHashMap<>(head);
    Object id = life.remove("receipt_id");
    life.values().removeIf(value -> value == null || value.toString().isEmpty());
    life.put("matches", rows("receipt-matches", id));
    life.put("uses", rows("receipt-uses", id));
    life.put("refunds", rows("receipt-refunds", id));
    return life;
  }

  private List<Map<String, Object>> rows(String query, Object receipt) {
    return sql.sql(Sql.of(ReceiptView.class, query)).param("receipt", receipt).query().listOfRows();
  }

  /** The life of a receipt for people. */
  void print(PrintWriter out, Map<String, Object> life, Language language) {
    Messages messages = Messages.of("documents", language);
    Amounts amounts = new Amounts(language, session.environment().law().pack().currency());
    out.println(
        messages.get(
            "receipt.page",
            life.get("receipt"),
            amounts.money(((Number) life.get("amount_minor")).longValue())));
    for (String name : HEAD) {
      if (life.get(name) != null) {
        out.printf("  %-22s%s%n", messages.get("receipt.life." + name), life.get(name));
      }
    }
    out.println();
    table(out, life, "matches", messages, amounts);
    table(out, life, "uses", messages, amounts);
    table(out, life, "refunds", messages, amounts);
  }

  @SuppressWarnings("unchecked") // what this class has put there
  private static void table(
      PrintWriter out, Map<String, Object> life, String name, Messages messages, Amounts amounts) {
    List<Map<String, Object>> rows = (List<Map<String, Object>>) life.get(name);
    if (rows.isEmpty()) {
      if (!name.equals("refunds")) {
        out.println(messages.get("receipt.life." + name + ".none"));
      }
      return;
    }
    out.println(messages.get("receipt.life." + name));
    List<Map<String, Object>> shown = new ArrayList<>();
    for (Map<String, Object> row : rows) {
      Map<String, Object> cells = new LinkedHashMap<>();
      row.forEach(
          (column, value) ->
              cells.put(
                  messages.get("receipt.life.column." + column),
                  cell(column, value, messages, amounts)));
      shown.add(cells);
    }
    TextTable.print(out, shown);
  }

  private static Object cell(String column, Object value, Messages messages, Amounts amounts) {
    if (value == null) {
      return "";
    }
    return switch (column) {
      case "rule" -> messages.get("receipt.rule." + value);
      case "component" -> messages.get("component." + value);
      case "amount_minor" -> amounts.number(((Number) value).longValue());
      default -> value.toString();
    };
  }
}
