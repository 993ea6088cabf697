package org.caisse.writers.document;

import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.caisse.config.text.Language;
import org.caisse.domain.contribution.EmployerMonthVerdict.State;
import org.caisse.domain.document.DocumentNumber;
import org.caisse.domain.document.DocumentSeries;
import org.caisse.domain.ledger.Component;
import org.caisse.domain.ledger.Entry;
import org.caisse.domain.money.Currency;
import org.caisse.domain.money.Rate;
import org.caisse.domain.pack.Circumstances;
import org.caisse.domain.pack.ContributionTerms;
import org.caisse.domain.pack.Payer;
import org.caisse.domain.pack.Population;
import org.caisse.domain.pack.Shares;

/** One small month, shared by the tests of documents. */
final class Samples {

  static final String CHAIN = "0123456789abcdef".repeat(4);

  static final LocalDate FEBRUARY = LocalDate.of(2026, 2, 1);
  static final LocalDate DUE = LocalDate.of(2026, 3, 10);
  static final LocalDate MARCH = LocalDate.of(2026, 3, 1);
  static final Letterhead FR = letterhead(Language.FR, true);
  static final Letterhead EN = letterhead(Language.EN, true);

  static final DocumentNumber NOTICE = new DocumentNumber(DocumentSeries.AVIS, 2026, 123);
  static final DocumentNumber STATEMENT = new DocumentNumber(DocumentSeries.RELEVE, 2026, 45);
  static final DocumentNumber OGD = new DocumentNumber(DocumentSeries.OGD, 2026, 7);
  static final DocumentNumber STATE = new DocumentNumber(DocumentSeries.ETAT, 2026, 2);
  static final DocumentNumber RECEIPT = new DocumentNumber(DocumentSeries.AR, 2026, 9);

  private Samples() {}

  static Letterhead letterhead(Language language, boolean example) {
    return letterhead(language, example ? Letterhead.Mark.EXAMPLE : Letterhead.Mark.NONE);
  }

  static Letterhead letterhead(Language language, Letterhead.Mark mark) {
    return new Letterhead("Caisse nationale d’assurance maladie", mark, language, Currency.XOF);
  }

  static CallTerms terms() {
    Rate rate = Rate.percent(new BigDecimal("2.5"));
    Population salaried =
        new Population(
            "salaried_private",
            Population.Basis.DECLARED,
            "Salariés du secteur privé",
            "Private-sector employees",
            Circumstances.NONE,
            List.of());
    ContributionTerms contribution =
        new ContributionTerms("salaried", 45_000, 3_000_000, rate, rate, Rate.ZERO, Shares.NOTHING);
    Population drivers =
        new Population(
            "drivers",
            Population.Basis.DECLARED,
            "Chauffeurs",
            "Drivers",
            Circumstances.NONE,
            List.of());
    ContributionTerms flat =
        new ContributionTerms(
            "drivers",
            0,
            ContributionTerms.NO_CEILING,
            Rate.ZERO,
            Rate.ZERO,
            Rate.ZERO,
            new Shares(0, 4_000, 0));
    List<String> sources =
        List.of(
            "Décret n° 2024-0345 du 3 avril 2024 (taux de cotisation)",
            "Loi n° 060-2015/CNT du 5 septembre 2015");
    return new CallTerms(
        FEBRUARY,
        LocalDate.of(2026, 4, 15),
        Map.of(
            "salaried_private",
                new CallTerms.PopulationTerms(
                    salaried,
                    contribution,
                    Rate.percent(BigDecimal.ONE),
                    Rate.percent(BigDecimal.TEN),
                    sources),
            "drivers", new CallTerms.PopulationTerms(drivers, flat, Rate.ZERO, null, sources)),
        Map.of("CNSS", "Caisse nationale de sécurité sociale (CNSS)"),
        CHAIN);
  }

  /** 12 345 678 of base, declared 11 April: two months or fractions late. */
  static EmployerMonth declared(String no, String name) {
    return new EmployerMonth(
        no,
        name,
        "salaried_private",
        "CNSS",
        FEBRUARY,
        "E-2026-02-" + no,
        State.DECLARED,
        DUE,
        LocalDate.of(2026, 4, 11),
        87,
        12_345_678,
        new Shares(308_643, 308_643, 0),
        12_346,
        2);
  }

  static EmployerMonth declared() {
    return declared("E000001", "SOCIÉTÉ DES TRANSPORTS DU FASO & FILS");
  }

  static EmployerMonth nil() {
    return without(State.NIL, LocalDate.of(2026, 3, 9));
  }

  static EmployerMonth byDefault() {
    return new EmployerMonth(
        "E000001",
        "SOCIÉTÉ DES TRANSPORTS DU FASO & FILS",
        "salaried_private",
        "CNSS",
        FEBRUARY,
        "E-2026-02-E000001",
        State.DEFAULT,
        DUE,
        null,
        0,
        0,
        new Shares(2_750, 2_751, 0),
        0,
        0);
  }

  static EmployerMonth missing() {
    return without(State.MISSING, null);
  }

  private static EmployerMonth without(State state, LocalDate receivedOn) {
    return new EmployerMonth(
        "E000002",
        "BOULANGERIE WEND-PANGA",
        "salaried_private",
        "CNSS",
        FEBRUARY,
        "E-2026-02-E000002",
        state,
        DUE,
        receivedOn,
        0,
        0,
        Shares.NOTHING,
        0,
        0);
  }

  /** The ledger of {@link #declared()}: the employer's share was corrected by one franc. */
  static List<LedgerLine> ledger() {
    return List.of(
        line(FEBRUARY, Payer.EMPLOYER, Component.CONTRIBUTION, 1, 0, 308_642),
        line(FEBRUARY, Payer.INSURED, Component.CONTRIBUTION, 2, 0, 308_643),
        line(FEBRUARY, Payer.EMPLOYER, Component.LATE_DECLARATION, 3, 0, 12_346),
        line(MARCH, Payer.EMPLOYER, Component.CONTRIBUTION, 4, 1, 308_642),
        line(MARCH, Payer.EMPLOYER, Component.CONTRIBUTION, 5, 0, 308_643));
  }

  static LedgerLine line(
      LocalDate posting, Payer payer, Component component, int rev, int reverses, long minor) {
    return new LedgerLine(
        posting, "E-2026-02-E000001", new Entry("CNSS", component, payer, rev, reverses, minor));
  }

  /** HTML without markup, one space between words: what a reader sees. */
  static String seen(byte[] html) {
    return text(html)
        .replaceAll("(?s)<style>.*?</style>", "")
        .replaceAll("<[^>]*>", " ")
        .replaceAll("[\\s\u00a0\u202f]+", " ");
  }

  static String text(byte[] utf8) {
    return new String(utf8, StandardCharsets.UTF_8);
  }

  /** The rows of a CSV for people. */
  static List<List<String>> rows(byte[] csv) throws IOException {
    String text = text(csv);
    return CSVFormat.RFC4180
        .builder()
        .setDelimiter(';')
        .get()
        .parse(new StringReader(text.startsWith("\uFEFF") ? text.substring(1) : text))
        .stream()
        .map(CSVRecord::toList)
        .toList();
  }
}
