package org.caisse.app.month;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.caisse.app.TestHome;
import org.caisse.config.database.Database;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A made-up month with care, from the registry to what providers are told. */
@ResourceLock(TestHome.LOCK)
class CareMonthTest {

  private static final String[] DEMO = {
    "demo", "--employers", "40", "--persons", "900", "--claims", "600"
  };

  @Test
  void careFollowsContributionsAndAskedAgainNothingIsNew(@TempDir Path folder) {
    TestHome home = new TestHome(folder.resolve("home"));
    TestHome.Said said = home.caisse(DEMO);

    assertThat(said.exit()).as(said.toString()).isEqualTo(1);
    assertThat(said.out())
        .contains(
            "2026-02-01/take-on-1", "2026-03-10/account-settlement-1", "2026-03-26/remittance-1")
        .contains(
            "Care decided on from 2026-02-01 on", "paid by amu", "paid by women_and_children");
    try (Database database = home.database()) {
      JdbcClient sql = JdbcClient.create(database.dataSource());
      List<Long> sums =
          sql.sql(
                  "SELECT sum(charged_minor) - sum(copay_minor) - (SELECT sum(amount_minor) FROM"
                      + " claim_share JOIN standing_claim_decision USING (claim_line_id, rev)) -"
                      + " (SELECT sum(amount_minor) FROM claim_reduction JOIN"
                      + " standing_claim_decision USING (claim_line_id, rev)) FROM"
                      + " standing_claim_decision")
              .query(Long.class)
              .list();
      assertThat(sums).as("charged, less all that bear it").containsExactly(0L);
      String line =
          sql.sql(
                  "SELECT provider_no || '/' || invoice_no || '/1' FROM claim_share JOIN claim_line"
                      + " USING (claim_line_id) JOIN invoice USING (invoice_id) WHERE payer = 'amu'"
                      + " ORDER BY 1 LIMIT 1")
              .query(String.class)
              .single();
      TestHome.Said why = home.caisse("explain", line, "--lang", "en");
      assertThat(why.exit()).as(why.toString()).isZero();
      assertThat(why.out()).contains("Who pays", "amu_rate");
      long runs = sql.sql("SELECT count(*) FROM run").query(Long.class).single();
      assertThat(home.caisse(DEMO).out()).doesNotContain("is completed");
      assertThat(sql.sql("SELECT count(*) FROM run").query(Long.class).single()).isEqualTo(runs);
    }
    TestHome.Said verified = home.caisse("verify");
    assertThat(verified.exit()).as(verified.toString()).isZero();
  }
}
