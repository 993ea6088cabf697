package org.caisse.app.month;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.caisse.app.TestHome;
import org.caisse.app.month.Typed.Line;
import org.caisse.domain.run.FailPoint;
import org.caisse.jobs.account.AccountSettlement;
import org.caisse.jobs.collection.CollectionFollowUp;
import org.caisse.jobs.run.RunOutcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people type when debts are not paid, wrong and right. */
class CollectionCommandsTest {

  private static final String OWES = "E000001";
  private static final String PAID = "E000002";
  private static final String SILENT = "E000003";
  private static final String FIRST = "2026-03-25";
  private static final String NOTICE = "2026-05-24";

  @TempDir private Path folder;
  private LoadedFund fund;
  private TestHome home;

  @BeforeEach
  void assessed() {
    fund = MoneyFacts.fund(folder);
    home = fund.home();
    Path declared =
        Typed.file(
            folder.resolve("declared.csv"),
            Typed.declaration(OWES, "original", 1, List.of(Line.of("P1", 1_000_000))),
            Typed.declaration(PAID, "original", 1, List.of(Line.of("P2", 200_000))));
    assertThat(fund.intake(LoadedFund.FIRST_RECEIPT, declared).exitCode()).isZero();
    assertThat(fund.assess(LoadedFund.FIRST_RECEIPT).exitCode()).isZero();
    LocalDate paid = LocalDate.of(2026, 3, 9);
    new Money(fund, folder).take(paid, Money.line("B1", paid, 10_000, "", PAID));
    follow(FIRST);
  }

  @AfterEach
  void close() {
    fund.close();
  }

  @Test
  void aCertificateIsIssuedOrWhatStandsAgainstItIsListed() {
    assertThat(asked(2, "certificate", "E999999")).contains("there is no employer E999999");
    assertThat(asked(1, "certificate", OWES)).contains(OWES, "2026-02");
    assertThat(asked(1, "certificate", SILENT)).contains("2026-02");
    assertThat(asked(0, "certificate", PAID)).contains("ATTEST-2026-000001");
    assertThat(asked(0, "certificate", PAID))
        .as("asked twice running it is the same")
        .contains("ATTEST-2026-000001");
    assertThat(home.caisse("show", "ATTEST-2026-000001").out()).contains(PAID);
    assertThat(home.caisse("decisions").out()).contains("certificate").contains(PAID);
    assertThat(fund.findings()).isEmpty();
  }

  @Test
  void aNoticeIsServedADebtPaidInPartsGivenUpAndTakenBack() {
    follow("2026-04-24");
    follow(NOTICE);
    served();
    planned();
    givenUp();
    assertThat(home.caisse("show", OWES, "--lang", "fr").out()).contains("MED-2026-000001");
    assertThat(home.caisse("decisions", "--json").out())
        .contains("service", "plan", "write_off", "revocation");
    assertThat(fund.findings()).isEmpty();
  }

  private void served() {
    assertThat(decided(2, "serve", "AVIS-2026-000001", "--on", NOTICE))
        .contains("no number of a formal notice", "MED-2026-000012");
    assertThat(decided(2, "serve", "MED-2026-000009", "--on", NOTICE))
        .contains("there is no formal notice MED-2026-000009");
    assertThat(decided(2, "serve", "MED-2026-000001", "--on", "2026-05-23"))
        .contains("was issued on 2026-05-24");
    assertThat(decided(2, "serve", "MED-2026-000001")).contains("--on");
    assertThat(decided(0, "serve", "MED-2026-000001", "--on", NOTICE))
        .contains("Decision 1 counts");
    assertThat(home.caisse("show", "MED-2026-000001").out()).contains(NOTICE);
  }

  private void planned() {
    String open = openMinor();
    assertThat(decided(2, "plan", OWES, "--instalment", "2026-06-15", "--reason", "lettre"))
        .contains("2026-06-15");
    assertThat(decided(2, "plan", OWES, "--instalment", "2026-06-15:100", "--reason", "lettre"))
        .contains(open + " are open");
    assertThat(decided(2, "plan", OWES, "--instalment", "2026-06-15:" + open)).contains("--reason");
    String said =
        decided(0, "plan", OWES, "--instalment", "2026-06-15:" + open, "--reason", "lettre");
    assertThat(said).contains("approve 2");
    assertThat(decided(2, "approve", "2")).contains("another person");
    approved("2");
    assertThat(home.caisse("show", OWES, "--lang", "fr").out()).contains("2026-06-15");
  }

  private void givenUp() {
    String[] debt = {OWES, "2026-02", "late_payment", "50"};
    assertThat(decided(2, "write-off", debt)).contains("--reason");
    assertThat(decided(2, "write-off", OWES, "2026-02", "x", "50", "--reason", "fermé"))
        .contains("x");
    assertThat(decided(2, "write-off", OWES, "2026-02", "late_payment", "-5", "--reason", "fermé"))
        .contains("-5");
    assertThat(decided(2, "prescribe", OWES, "2026-02", "--reason", "ancien"))
        .contains("60 months run from " + NOTICE, "to 2031-05-24");
    decided(0, "write-off", OWES, "2026-02", "late_payment", "50", "--reason", "fermé");
    approved("3");
    long before = Long.parseLong(openMinor());
    settle(NOTICE);
    assertThat(Long.parseLong(openMinor())).isEqualTo(before - 50);

    assertThat(decided(2, "revoke", "99", "--reason", "rouvert")).contains("99");
    decided(0, "revoke", "3", "--reason", "rouvert");
    approved("4");
    settle(NOTICE);
    assertThat(Long.parseLong(openMinor())).isEqualTo(before);
    assertThat(decided(2, "revoke", "3", "--reason", "encore")).contains("3");
  }

  private void approved(String decision) {
    TestHome.Said said =
        home.caisse("approve", decision, "--by", "Ali", "--date", NOTICE, "--lang", "en");
    assertThat(said.exit()).as(said.toString()).isZero();
  }

  private String decided(int exit, String command, String... words) {
    List<String> all = new ArrayList<>(List.of(command));
    all.addAll(List.of(words));
    all.addAll(List.of("--by", "Awa", "--date", NOTICE, "--lang", "en"));
    return said(exit, home.caisse(all.toArray(String[]::new)));
  }

  private String asked(int exit, String... words) {
    List<String> all = new ArrayList<>(List.of(words));
    all.addAll(List.of("--by", "Awa", "--date", FIRST, "--lang", "fr"));
    return said(exit, home.caisse(all.toArray(String[]::new)));
  }

  private static String said(int exit, TestHome.Said said) {
    assertThat(said.exit()).as(said.toString()).isEqualTo(exit);
    return said.out() + said.err();
  }

  private String openMinor() {
    return fund.sql()
        .sql(
            """
            SELECT sum(CASE WHEN debtor = 'EMPLOYER' OR component = 'LATE_PAYMENT' THEN amount_minor ELSE -amount_minor END)::text
            FROM standing_entry JOIN employer ON employer_id = debtor_id
            WHERE debtor IN ('EMPLOYER', 'ACCOUNT') AND employer_no = ? AND component NOT IN ('ADVANCE', 'REFUND')
            """)
        .param(OWES)
        .query(String.class)
        .single();
  }

  private void follow(String day) {
    settle(day);
    run(CollectionFollowUp.NAME, day);
  }

  private void settle(String day) {
    run(AccountSettlement.NAME, day);
  }

  private void run(String job, String day) {
    RunOutcome outcome = fund.run(FailPoint.NONE, job, Map.of("date", List.of(day)));
    assertThat(outcome.exitCode()).as(outcome.toString()).isZero();
  }
}
