package org.caisse.writers.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.caisse.config.text.Language;
import org.caisse.domain.contribution.EmployerMonthVerdict.State;
import org.caisse.domain.pack.Shares;
import org.junit.jupiter.api.Test;

class CallNoticeTest {

  private final CallNotice french = new CallNotice(Samples.FR, Samples.terms());
  private final CallNotice english = new CallNotice(Samples.EN, Samples.terms());

  @Test
  void aDeclaredMonthSaysWhoOwesWhatAndWhy() {
    assertThat(Samples.seen(french.of(Samples.NOTICE, Samples.declared())))
        .contains("Caisse nationale d’assurance maladie")
        .contains("N° AVIS-2026-000123 Référence E-2026-02-E000001 Établi le 15/04/2026")
        .contains("Avis d’appel de cotisations février 2026")
        .contains("SOCIÉTÉ DES TRANSPORTS DU FASO &amp; FILS")
        .contains("N° employeur E000001 · Salariés du secteur privé")
        .contains("Situation Déclarée Déclaration à remettre au plus tard le 10/03/2026")
        .contains("Déclaration reçue le 11/04/2026 Personnes déclarées 87")
        .contains("Part de l’employeur 2,5 % de 12 345 678 F CFA 308 643 F CFA")
        .contains("Part des assurés, retenue à la source 2,5 % de 12 345 678 F CFA")
        .contains("1 % × 2 mois ou fractions de mois, sur 617 286 F CFA 12 346 F CFA")
        .contains("Total dû 629 632 F CFA")
        .contains("à régler auprès de l’organisme collecteur – Caisse nationale de")
        .contains("en rappelant la référence E-2026-02-E000001")
        .contains("arrondie au franc le plus proche")
        .contains("Décret n° 2024-0345")
        .doesNotContain("Part de l’État");
  }

  @Test
  void theSameInEnglish() {
    assertThat(Samples.seen(english.of(Samples.NOTICE, Samples.declared())))
        .contains("Call notice of contributions February 2026")
        .contains("Private-sector employees")
        .contains("Declaration due by 10 March 2026")
        .contains("Employer’s share 2.5% of XOF 12,345,678 XOF 308,643")
        .contains("Total due XOF 629,632");
  }

  @Test
  void anEmployerThatDidNotDeclareGetsAReminderWithoutAmounts() {
    assertThat(Samples.seen(french.of(Samples.NOTICE, Samples.missing())))
        .contains("Rappel : déclaration non reçue")
        .contains("Aucune déclaration reçue")
        .contains("La déclaration des rémunérations de février 2026 devait nous parvenir au plus")
        .contains("Une majoration de 1 % des cotisations est due par mois")
        .doesNotContain("Total dû");
  }

  @Test
  void aDefaultAssessmentSaysThatItIsOneAndHowToHaveItReplaced() {
    assertThat(Samples.seen(french.of(Samples.NOTICE, Samples.byDefault())))
        .contains("Avis d’appel : taxation d’office février 2026")
        .contains("Part de l’employeur taxation d’office 2 750 F CFA")
        .contains("Total dû 5 501 F CFA")
        .contains("les cotisations du dernier mois que vous avez déclaré, augmentées de 10 %")
        .contains("Pour la faire remplacer, envoyez la déclaration du mois")
        .doesNotContain("Personnes déclarées");
  }

  @Test
  void aNilMonthOwesNothing() {
    assertThat(Samples.seen(english.of(Samples.NOTICE, Samples.nil())))
        .contains("Declared nil: nobody was paid")
        .contains("Total due XOF 0")
        .contains("Nothing is to be paid for this period")
        .doesNotContain("Pay this amount");
  }

  @Test
  void aFlatAmountIsToldPerHead() {
    EmployerMonth month =
        new EmployerMonth(
            "E000003",
            "TAXI UNION",
            "drivers",
            "CAMA",
            Samples.FEBRUARY,
            "E-2026-02-E000003",
            State.DECLARED,
            LocalDate.of(2026, 3, 15),
            LocalDate.of(2026, 3, 1),
            12,
            0,
            new Shares(0, 48_000, 0),
            0,
            0);
    assertThat(Samples.seen(english.of(Samples.NOTICE, month)))
        .contains("Insured persons’ share, withheld at source XOF 4,000 per person and month")
        .contains("XOF 48,000")
        .contains("Declaration due by 15 March 2026")
        .contains("Collected by (OGD) CAMA");
    assertThat(Samples.seen(english.of(Samples.NOTICE, Samples.declared())))
        .as("another employer of the run")
        .contains("Declaration due by 10 March 2026");
  }

  @Test
  void onlyAnExampleIsMarkedAsOne() {
    assertThat(Samples.seen(french.of(Samples.NOTICE, Samples.declared())))
        .contains("EXEMPLE – document de");
    CallNotice live = new CallNotice(Samples.letterhead(Language.FR, false), Samples.terms());
    assertThat(Samples.seen(live.of(Samples.NOTICE, Samples.declared()))).doesNotContain("EXEMPLE");
  }

  @Test
  void whatWasOnlyTriedOutIsMarkedAndBearsNoStateOfTheChain() {
    Letterhead dryRun = Samples.letterhead(Language.FR, Letterhead.Mark.DRY_RUN);
    assertThat(
            Samples.seen(
                new CallNotice(dryRun, Samples.terms()).of(Samples.NOTICE, Samples.declared())))
        .contains("À BLANC – essai, rien n’est enregistré")
        .contains("état : À BLANC")
        .doesNotContain(Samples.CHAIN.substring(0, 8));
  }

  @Test
  void theSameMonthGivesTheSameBytesWhateverCameBefore() {
    byte[] first = french.of(Samples.NOTICE, Samples.declared());
    byte[] ignored = french.of(Samples.NOTICE, Samples.missing());
    assertThat(french.of(Samples.NOTICE, Samples.declared()))
        .isEqualTo(first)
        .isNotEqualTo(ignored);
    assertThat(new CallNotice(Samples.FR, Samples.terms()).of(Samples.NOTICE, Samples.declared()))
        .isEqualTo(first);
  }

  @Test
  void aNoticeIsSmall() {
    assertThat(french.of(Samples.NOTICE, Samples.declared())).hasSizeLessThan(3 * 1024 + 512);
  }

  @Test
  void aNameFromOutsideIsNeverMarkup() {
    String html =
        Samples.text(
            french.of(
                Samples.NOTICE, Samples.declared("E9", "<script>alert('1')</script>\"&\u0007")));
    assertThat(html)
        .contains("&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&#34;&amp;\uFFFD")
        .doesNotContain("<script");
  }

  @Test
  void aMonthOfAnotherPeriodIsRefused() {
    CallTerms february = Samples.terms();
    CallTerms march =
        new CallTerms(
            Samples.MARCH,
            february.issuedOn(),
            february.populations(),
            february.ogdNames(),
            february.chain());
    CallNotice notices = new CallNotice(Samples.FR, march);
    assertThatThrownBy(() -> notices.of(Samples.NOTICE, Samples.declared()))
        .hasMessageContaining("a month of 2026-02-01 among the notices of 2026-03-01");
  }

  @Test
  void aPopulationWithoutRuleIsNamed() {
    EmployerMonth month = Samples.declared();
    EmployerMonth other =
        new EmployerMonth(
            month.employerNo(),
            month.name(),
            "informal",
            month.ogd(),
            month.periodStart(),
            month.document(),
            month.state(),
            month.due(),
            month.receivedOn(),
            month.persons(),
            month.baseMinor(),
            month.contributions(),
            month.surchargeMinor(),
            month.monthsLate());
    assertThatThrownBy(() -> french.of(Samples.NOTICE, other))
        .hasMessageContaining("employer E000001 declares for population 'informal'");
  }
}
