package org.caisse.app.month;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.caisse.domain.run.FailPoint;
import org.caisse.jobs.control.Control;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a made-up bank statement of own contributions, line by line, as generated. */
class OwnPaymentsAgainstTruthTest {

  private static final LocalDate DAY = LocalDate.of(2026, 3, 10);

  @Test
  void everyPaymentBecomesWhatTheTruthSays(@TempDir Path folder) throws IOException {
    List<String> truth =
        Files.readAllLines(PreparedHome.fund().resolve("truth/own-payments-" + DAY + ".csv"));
    Map<String, String> expected = new HashMap<>();
    Set<String> kinds = new TreeSet<>();
    long paid = 0;
    for (String row : truth.subList(1, truth.size())) {
      String[] cells = row.split(";", -1);
      boolean pays = cells[3].equals("PAYS");
      boolean listed = cells[3].equals("NOBODY") || cells[3].equals("OWES_NOTHING");
      kinds.add(cells[3]);
      paid += pays ? Long.parseLong(cells[2]) : 0;
      expected.put(
          cells[0],
          (pays ? cells[1] + " " + cells[2] : "nothing") + " " + (listed ? cells[3] : "-"));
    }
    assertThat(kinds).containsExactly("NOBODY", "OWES_NOTHING", "PAYS", "TAKEN_BACK", "TAKES_BACK");

    try (LoadedFund fund = LoadedFund.in(folder)) {
      assertThat(fund.assess(LoadedFund.FIRST_RECEIPT).exitCode()).isZero();
      Money money = new Money(fund, folder);
      Path bank = PreparedHome.fund().resolve("receipts/" + DAY + "/bank-BK1.csv");
      assertThat(money.take(FailPoint.NONE, DAY, bank).exitCode()).isZero();
      money.settle(DAY);

      Map<String, String> became = new HashMap<>();
      fund.sql()
          .sql(
              """
              SELECT r.bank_ref, coalesce(p.person_no || ' ' || a.minor, 'nothing') || ' '
                       || CASE WHEN u.receipt_id IS NULL THEN '-' WHEN u.owes_nothing THEN 'OWES_NOTHING' ELSE 'NOBODY' END AS became
              FROM receipt r
              LEFT JOIN (SELECT receipt_id, person_id, sum(amount_minor) AS minor FROM allocation GROUP BY receipt_id, person_id) a USING (receipt_id)
              LEFT JOIN person p USING (person_id)
              LEFT JOIN unmatched_receipt u USING (receipt_id)
              """)
          .query(
              row -> {
                became.put(row.getString("bank_ref"), row.getString("became"));
              });
      assertThat(became).isEqualTo(expected);
      assertThat(
              fund.sql()
                  .sql(
                      "SELECT sum(amount_minor) FROM standing_entry WHERE debtor ="
                          + " 'PERSON_ACCOUNT' AND component = 'PAID_CONTRIBUTION'")
                  .query(Long.class)
                  .single())
          .isEqualTo(paid);
      assertThat(Control.ofEverything(fund.sql())).isEmpty();
    }
  }
}
