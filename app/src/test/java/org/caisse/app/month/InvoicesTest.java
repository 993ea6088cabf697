package org.caisse.app.month;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.caisse.domain.run.FailPoint;
import org.caisse.jobs.control.Control;
import org.caisse.jobs.invoice.InvoiceIntake;
import org.caisse.jobs.run.RunOutcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Invoices of providers, from the file to the lines that are to be adjudicated. */
class InvoicesTest {

  @TempDir private Path folder;
  private LoadedFund fund;

  @BeforeEach
  void open() {
    fund = LoadedFund.in(folder);
    CareRegistry.load(
        fund,
        folder,
        "2026-03-01",
        Map.of(
            "persons-typed",
            CareRegistry.PERSONS,
            "providers",
            CareRegistry.PROVIDERS,
            "dependants",
            "head;dependant;relation;rank;valid_from;valid_to\nT1;T2;child;1;2025-01-01;\n"));
  }

  @AfterEach
  void close() {
    fund.close();
  }

  @Test
  void threeLinesWrittenByHandAreTaken() {
    RunOutcome outcome =
        intake(
            "2026-03-05",
            "factures.csv",
            """
            record;provider;lot;invoice;invoice_lines;invoice_total;person;rank;care_on;act;medicine;quantity;unit;charged
            I;F1;;17;2;3500;;;;;;;;
            L;;;;;;T1;;2026-02-03;C01;;1;1000;1000
            L;;;;;;T1;1;2026-02-03;B12;;2;1250;2500
            I;F2;;18;;;;;;;;;;
            L;;;;;;T3;;2026-01-30;;M1;10.5;25;263
            """);
    assertThat(outcome.rejects()).isZero();
    assertThat(
            rows(
                "SELECT p.person_no || ' ' || l.care_on || ' ' || l.act_code || l.medicine_code ||"
                    + " ' ' || l.quantity || ' ' || l.charged_minor || ' ' || i.invoice_no FROM"
                    + " claim_line l JOIN person p USING (person_id) JOIN invoice i USING"
                    + " (invoice_id) ORDER BY claim_line_id"))
        .containsExactly(
            "T1 2026-02-03 C01 1.000 1000 17",
            "T2 2026-02-03 B12 2.000 2500 17",
            "T3 2026-01-30 M1 10.500 263 18");
    assertThat(Control.ofEverything(fund.sql())).isEmpty();
  }

  private RunOutcome intake(String date, String name, String content) {
    return intake(date, name, content, FailPoint.NONE);
  }

  private RunOutcome intake(String date, String name, String content, FailPoint failing) {
    try {
      Path file = folder.resolve(date + "-" + name);
      Files.writeString(file, content);
      RunOutcome outcome =
          fund.run(
              failing,
              InvoiceIntake.NAME,
              Map.of("date", List.of(date), "file", List.of(file.toString())));
      assertThat(outcome.result()).as(outcome.toString()).isEqualTo(RunOutcome.Result.COMPLETED);
      return outcome;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> rows(String sql) {
    return fund.sql().sql(sql).query(String.class).list();
  }
}
