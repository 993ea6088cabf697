package org.caisse.app.month;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.caisse.app.TestHome;
import org.caisse.domain.run.FailPoint;
import org.caisse.jobs.claim.CareRemittance;
import org.caisse.jobs.claim.ClaimAdjudication;
import org.caisse.jobs.invoice.InvoiceIntake;
import org.caisse.jobs.registry.RegistryLoad;
import org.caisse.jobs.run.RunOutcome;

/**
 * A fund with a family, a hospital and a pharmacy, small enough that every franc can be worked out
 * by hand. The family: a public agent (A), the spouse (C), a child of three (B).
 */
final class CareFund implements AutoCloseable {

  static final LocalDate REGISTRY = LocalDate.of(2026, 1, 31);

  private static final String INVOICES =
      "provider;invoice;version;kind;invoice_total;person;care_on;act;letter;coefficient;medicine;quantity;unit;charged;prescriber;prescription;agreement";

  private static final String AGREEMENTS =
      "agreement;person;basis;item;asked_quantity;approved_quantity;approved_price;reference;valid_from;valid_to";

  private static LoadedFund prepared;

  private final LoadedFund fund;

  private CareFund(LoadedFund fund) {
    this.fund = fund;
  }

  /** A new one, with registry and rights: a copy of the first, which nobody opens again. */
  static CareFund in(Path folder) {
    return new CareFund(prepared().copyTo(folder));
  }

  private static synchronized LoadedFund prepared() {
    if (prepared == null) {
      CareFund care = new CareFund(LoadedFund.empty(SharedServer.home(), "bf-amu"));
      care.registry();
      for (String person : List.of("A", "B", "C")) {
        care.right(person, "A");
      }
      care.close();
      prepared = care.fund;
    }
    return prepared;
  }

  LoadedFund fund() {
    return fund;
  }

  private void registry() {
    Path files = fund.workspace().outbox().resolveSibling("registry");
    file(files, "ogds.csv", "ogd;name;valid_from;valid_to", "CNSS;CNSS;2024-01-01;");
    file(
        files,
        "persons.csv",
        "person;last_name;first_name;birth_date;sex;population;ogd;valid_from;valid_to",
        "A;OUEDRAOGO;Awa;1980-05-01;F;;;2024-01-01;",
        "B;OUEDRAOGO;Bila;2022-11-20;M;;;2024-01-01;",
        "C;OUEDRAOGO;Cheick;1978-02-02;M;;;2024-01-01;",
        "D;SAWADOGO;Denis;1990-01-01;M;;;2024-01-01;");
    file(
        files,
        "providers.csv",
        "provider;name;level;specialty;region;ogd;valid_from;valid_to",
        "CMA-1;CMA de Kossodo;cma;;KADIOGO;;2024-01-01;",
        "CMA-2;CMA Pissy;cma;;KADIOGO;;2024-01-01;",
        "PH-1;Pharmacie du Nord;pharmacy;;KADIOGO;;2024-01-01;");
    file(
        files,
        "conventions.csv",
        "provider;reference;level;valid_from;valid_to",
        "CMA-1;K1;;2025-01-01;",
        "CMA-2;K2;;2025-01-01;",
        "PH-1;K3;;2025-01-01;");
    file(
        files,
        "acts.csv",
        "act;nomenclature;label;group;letter;coefficient;flat;sex;min_months;max_months;levels;agreement;valid_from;valid_to",
        "C1;N;Consultation;consultation;C;1;;;;;;no;2025-01-01;",
        "NFS;N;Numération;biology;B;20;;;;;;no;2025-01-01;",
        "IRM;N;IRM;imaging;;;60000;;;;;yes;2025-01-01;");
    file(
        files,
        "tariffs.csv",
        "basis;item;level;unit;valid_from;valid_to",
        "letter;C;cma;1500;2025-01-01;",
        "letter;C;cma;2000;2026-02-01;",
        "letter;B;;150;2025-01-01;");
    file(
        files,
        "medicines.csv",
        "medicine;label;dci;reference_price;generic_group;programme;agreement;valid_from;valid_to",
        "AMX;Amoxicilline 500;amoxicilline;1000;G1;;no;2025-01-01;",
        "AMXG;Amoxicilline générique;amoxicilline;700;G1;;no;2025-01-01;");
    RunOutcome loaded =
        fund.run(
            FailPoint.NONE,
            RegistryLoad.NAME,
            Map.of("date", List.of(REGISTRY.toString()), "file", List.of(files.toString())));
    assertThat(
            fund.sql()
                .sql("SELECT concat_ws(' ', code, field, value, expected, raw) FROM refusal")
                .query(String.class)
                .list())
        .isEmpty();
    assertThat(loaded.rejects()).isZero();
  }

  /** The right of a public agent, or of a member of the family, since benefits began. */
  private void right(String person, String head) {
    fund.sql()
        .sql(
            """
            INSERT INTO rights_period (person_id, payer, head_id, rev, run_id, valid_from, population, rule, why, why_arguments, end_arguments)
            SELECT p.person_id, 'amu', h.person_id, 1, p.run_id, '2026-02-01', 'salaried_public', 'contributors', 'MEMBER', 'salaried_public', ''
            FROM person p, person h WHERE p.person_no = :person AND h.person_no = :head
            """)
        .param("person", person)
        .param("head", head)
        .update();
  }

  /** A file of invoices without heads, a line each under {@link #INVOICES}. */
  Path invoices(String name, String... lines) {
    return file(fund.workspace().outbox().resolveSibling("sent"), name, INVOICES, lines);
  }

  /** Sets a parameter of the fund. */
  void set(String parameter, String value) {
    Path settings = fund.workspace().settings();
    try {
      Files.writeString(
          settings,
          Files.readString(settings)
              .replaceFirst(
                  "(?m)^  " + parameter + ": .*$", "  %s: %s".formatted(parameter, value)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Takes prior agreements in, as files had them before they said a status. */
  void agreement(String name, String... lines) {
    assertThat(agreements(REGISTRY.plusDays(1), name, AGREEMENTS, lines).rejects()).isZero();
  }

  /** Takes prior agreements in that say where they stand. */
  RunOutcome agreements(LocalDate day, String name, String... lines) {
    return agreements(day, name, AGREEMENTS + ";status", lines);
  }

  private RunOutcome agreements(LocalDate day, String name, String header, String[] lines) {
    Path file =
        file(
            fund.workspace().outbox().resolveSibling("agreements"),
            "agreements-" + name,
            header,
            lines);
    return fund.run(
        FailPoint.NONE,
        RegistryLoad.NAME,
        Map.of("date", List.of(day.toString()), "file", List.of(file.toString())));
  }

  RunOutcome intake(FailPoint failing, LocalDate day, Path... files) {
    return fund.run(
        failing,
        InvoiceIntake.NAME,
        Map.of(
            "date",
            List.of(day.toString()),
            "file",
            Arrays.stream(files).map(Path::toString).toList()));
  }

  RunOutcome adjudicate(FailPoint failing, LocalDate day) {
    return fund.run(failing, ClaimAdjudication.NAME, Map.of("date", List.of(day.toString())));
  }

  RunOutcome remit(FailPoint failing, LocalDate day) {
    return fund.run(failing, CareRemittance.NAME, Map.of("date", List.of(day.toString())));
  }

  /** What stands decided, a line each: place, status, shares, co-payment, reductions. */
  List<String> decided() {
    return fund.sql()
        .sql(
            """
            SELECT concat_ws(' ', i.provider_no, i.invoice_no, i.version, l.no,
                             d.status, d.charged_minor,
                             (SELECT string_agg(s.payer || '=' || s.amount_minor, ' ' ORDER BY s.n) FROM claim_share s
                              WHERE s.claim_line_id = d.claim_line_id AND s.rev = d.rev),
                             'copay=' || d.copay_minor,
                             (SELECT string_agg(r.code || '/' || r.bearer || '=' || r.amount_minor, ' ' ORDER BY r.n) FROM claim_reduction r
                              WHERE r.claim_line_id = d.claim_line_id AND r.rev = d.rev))
            FROM standing_claim_decision d JOIN invoice i USING (invoice_id) JOIN claim_line l USING (claim_line_id)
            ORDER BY i.provider_no, i.invoice_no, i.version, l.no, d.claim_line_id
            """)
        .query(String.class)
        .list();
  }

  /** What payers owe in the ledger, by invoice. */
  List<String> ledger() {
    return fund.sql()
        .sql(
            """
            SELECT concat_ws(' ', i.provider_no, i.invoice_no, i.version, e.component, e.ogd_no,
                             sum(CASE WHEN e.reverses IS NULL THEN e.amount_minor ELSE -e.amount_minor END))
            FROM ledger_entry e JOIN invoice i ON i.invoice_id = e.debtor_id
            WHERE e.debtor = 'INVOICE'
            GROUP BY i.provider_no, i.invoice_no, i.version, e.component, e.ogd_no
            HAVING sum(CASE WHEN e.reverses IS NULL THEN e.amount_minor ELSE -e.amount_minor END) <> 0
            ORDER BY 1
            """)
        .query(String.class)
        .list();
  }

  /** Says a command. */
  TestHome.Said caisse(String... words) {
    return fund.home().caisse(words);
  }

  long count(String query) {
    return fund.sql().sql(query).query(Long.class).single();
  }

  private static Path file(Path folder, String name, String header, String... lines) {
    try {
      Files.createDirectories(folder);
      List<String> all = new ArrayList<>(List.of(header));
      all.addAll(List.of(lines));
      return Files.write(folder.resolve(name), all);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    fund.close();
  }
}
