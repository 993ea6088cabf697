package org.caisse.app.month;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.caisse.app.TestHome;
import org.caisse.domain.run.FailPoint;
import org.caisse.jobs.control.Control;
import org.caisse.jobs.declaration.IntakeSizes;
import org.caisse.jobs.entitlement.Entitlement;
import org.caisse.jobs.keyed.KeyedSizes;
import org.caisse.jobs.replay.Replay;
import org.caisse.jobs.run.RunKey;
import org.caisse.jobs.run.RunOutcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Rights from declarations and payments to the file that providers get, and what changes them. */
@ResourceLock(TestHome.LOCK)
class RightsTest {

  @Test
  void rightsOpenSuspendReopenAndAreTakenBack(@TempDir Path folder) {
    try (LoadedFund fund = LoadedFund.empty(folder, "bf-amu")) {
      RightsBook book = new RightsBook(fund, folder).begin();
      fund.inPortions(IntakeSizes.STANDARD, new KeyedSizes(1, 1, 2));
      book.declare("2026-01", "2026-02-05", 1, "AWA", "SALIF");
      book.pay("2026-02-09", 20_000);
      book.declare("2026-02", "2026-03-05", 1, "AWA", "SALIF");
      book.pay("2026-03-09", 20_000);
      book.entitle("2026-03-20");
      assertThat(book.stands()).containsExactly("RAS amu 2026-02-01 - BENEFITS_BEGIN -");
      assertThat(fund.home().caisse("explain", "ALI", "--lang", "en").out())
          .contains(
              "Why there are none",
              "AWA  waiting: months contributed one after the other, 2 of 3, the last one 2026-02");

      book.declare("2026-03", "2026-04-08", 1, "AWA", "SALIF");
      book.pay("2026-04-09", 20_000);
      List<String> places =
          LoadedFund.untilDone(
              new Random(20_260_410), 3, failing -> book.entitle(failing, "2026-04-10"));
      assertThat(places).hasSizeGreaterThan(3);
      assertThat(book.stands())
          .containsExactly(
              "ALI amu 2026-04-01 2026-10-01 DEPENDANT STATUS_ENDED",
              "AWA amu 2026-04-01 - WAITED -",
              "ISSA amu 2026-04-01 - DEPENDANT -",
              "RAS amu 2026-02-01 - BENEFITS_BEGIN -");
      told(book);
      explained(fund);
      suspension(book);
      correction(book);
      assertThat(
              fund.run(FailPoint.NONE, Entitlement.NAME, Map.of("date", List.of("2026-08-20")))
                  .result())
          .isEqualTo(RunOutcome.Result.ALREADY_DONE);
      book.changesLeadFromDayToDay(
          "2026-03-20", "2026-04-10", "2026-08-08", "2026-08-10", "2026-08-13", "2026-08-20");
      assertThat(Control.ofEverything(fund.sql())).isEmpty();
      assertThat(fund.findings()).isEmpty();
      assertThat(
              Replay.run(fund.workspace(), new RunKey(Entitlement.NAME, "2026-04-10", 1))
                  .differences())
          .isEmpty();
    }
  }

  private static void told(RightsBook book) {
    assertThat(book.file("2026-04-10", "eligibility-2026-04-10.csv"))
        .isEqualTo(
            """
            person;born;sex;payer;cover;from;to
            ALI;2005;M;amu;other;2026-04-01;2026-10-01
            AWA;1985;F;amu;other;2026-04-01;
            ISSA;1980;M;amu;other;2026-04-01;
            RAS;1970;M;amu;indigent;2026-02-01;
            """);
    assertThat(book.file("2026-04-10", "eligibility-changes-2026-04-10-CNSS.csv"))
        .isEqualTo(
            """
            person;born;sex;payer;cover;from;to;head;why
            ALI;2005;M;amu;other;2026-04-01;2026-10-01;AWA;DEPENDANT
            AWA;1985;F;amu;other;2026-04-01;;AWA;WAITED
            ISSA;1980;M;amu;other;2026-04-01;;AWA;DEPENDANT
            """);
  }

  /** April stays unpaid for 90 days after 10 May; what is paid then opens again on that day. */
  private static void suspension(RightsBook book) {
    book.declare("2026-04", "2026-05-08", 1, "AWA", "SALIF");
    book.entitle("2026-08-08");
    assertThat(book.stands()).contains("AWA amu 2026-04-01 - WAITED -");
    book.entitle("2026-08-10");
    assertThat(book.stands())
        .containsExactly(
            "ALI amu 2026-04-01 2026-08-09 DEPENDANT HEAD_CLOSED",
            "AWA amu 2026-04-01 2026-08-09 WAITED UNPAID",
            "ISSA amu 2026-04-01 2026-08-09 DEPENDANT HEAD_CLOSED",
            "RAS amu 2026-02-01 - BENEFITS_BEGIN -");
    assertThat(book.closedLate())
        .containsExactly(
            "ALI 2026-08-09 2026-08-10 HEAD_CLOSED",
            "AWA 2026-08-09 2026-08-10 UNPAID",
            "ISSA 2026-08-09 2026-08-10 HEAD_CLOSED");
    assertThat(book.file("2026-08-10", "eligibility-changes-2026-08-10.csv"))
        .endsWith("ALI;2005;M;amu;;;\nAWA;1985;F;amu;;;\nISSA;1980;M;amu;;;\n");
    book.pay("2026-08-12", 21_000);
    book.entitle("2026-08-13");
    assertThat(book.stands())
        .containsExactly(
            "ALI amu 2026-04-01 2026-08-09 DEPENDANT HEAD_CLOSED",
            "ALI amu 2026-08-12 2026-10-01 DEPENDANT STATUS_ENDED",
            "AWA amu 2026-04-01 2026-08-09 WAITED UNPAID",
            "AWA amu 2026-08-12 - REOPENED -",
            "ISSA amu 2026-04-01 2026-08-09 DEPENDANT HEAD_CLOSED",
            "ISSA amu 2026-08-12 - DEPENDANT -",
            "RAS amu 2026-02-01 - BENEFITS_BEGIN -");
    assertThat(book.closedLate()).isEmpty();
  }

  /** March is declared anew without Awa: she never waited long enough. */
  private static void correction(RightsBook book) {
    book.declare("2026-03", "2026-08-18", 2, "SALIF");
    book.pay("2026-08-19", 1);
    book.entitle("2026-08-20");
    assertThat(book.stands()).containsExactly("RAS amu 2026-02-01 - BENEFITS_BEGIN -");
    assertThat(book.closedLate())
        .containsExactly(
            "ALI 2026-04-01 2026-08-09 LEFT",
            "ALI 2026-08-12 2026-08-20 LEFT",
            "AWA 2026-04-01 2026-08-09 LEFT",
            "AWA 2026-08-12 2026-08-20 LEFT",
            "ISSA 2026-04-01 2026-08-09 LEFT",
            "ISSA 2026-08-12 2026-08-20 LEFT");
  }

  private static void explained(LoadedFund fund) {
    String awa = fund.home().caisse("explain", "AWA", "--lang", "en").out();
    assertThat(awa)
        .contains(
            "Rights of AWA, as known on 10 April 2026",
            "contributed every month from 2026-01 to 2026-03, the waiting time",
            "2026-03-10",
            "region KADIOGO",
            "spouse",
            "bankassurafrik");
    assertThat(fund.home().caisse("explain", "ALI").out())
        .contains("enfant de AWA", "la situation élève ou étudiant prend fin");
    String salif = fund.home().caisse("explain", "SALIF", "--lang", "en").out();
    assertThat(salif).contains("assessed").doesNotContain("waiting time");
    assertThat(fund.home().caisse("explain", "RAS", "--on", "2026-03-20", "--json").out())
        .contains(
            "\"why\" : \"BENEFITS_BEGIN\"", "\"on\" : \"2026-03-20\"", "\"from\" : \"2026-02-01\"");
    assertThat(fund.home().caisse("explain", "NOBODY").exit()).isEqualTo(2);
  }
}
