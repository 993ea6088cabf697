package org.caisse.writers.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.caisse.domain.document.DocumentNumber;
import org.caisse.domain.document.DocumentSeries;
import org.caisse.domain.money.Currency;
import org.caisse.writers.document.Remittance;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Remittances as FHIR R4: what its receivers' programs rely on. */
class FhirRemittanceTest {

  private static final LocalDate DAY = LocalDate.of(2026, 3, 31);
  private static final Currency DIRHAM = new Currency("MAD", 2);

  /** Elements that FHIR R4 demands, by resource (cardinality 1..1 or 1..*). */
  private static final Map<String, List<String>> DEMANDED =
      Map.of(
          "ClaimResponse",
          List.of(
              "status",
              "type",
              "use",
              "patient",
              "created",
              "insurer",
              "outcome",
              "item",
              "payment.type",
              "payment.amount"),
          "PaymentReconciliation",
          List.of("status", "created", "paymentDate", "paymentAmount", "detail"));

  @Test
  void everyResourceIsWholeAndTheReconciliationIsTheSumOfTheResponses() throws IOException {
    List<JsonNode> resources = written(remittance());

    assertThat(resources)
        .extracting(resource -> resource.get("resourceType").stringValue())
        .containsExactly(
            "ClaimResponse", "ClaimResponse", "ClaimResponse", "PaymentReconciliation");
    BigDecimal paid = BigDecimal.ZERO;
    for (JsonNode resource : resources) {
      String type = resource.get("resourceType").stringValue();
      for (String element : DEMANDED.get(type)) {
        assertThat(resource.at("/" + element.replace('.', '/')).isMissingNode())
            .as(type + " " + element)
            .isFalse();
      }
      assertThat(resource.get("id").stringValue()).matches("[A-Za-z0-9.-]{1,64}");
      if (type.equals("ClaimResponse")) {
        resource.get("item").forEach(FhirRemittanceTest::addsUp);
        paid = paid.add(value(resource.at("/payment/amount")));
      }
    }
    JsonNode reconciliation = resources.getLast();
    assertThat(value(reconciliation.get("paymentAmount"))).isEqualByComparingTo(paid);
    BigDecimal details = BigDecimal.ZERO;
    for (int i = 0; i < 3; i++) {
      JsonNode detail = reconciliation.get("detail").get(i);
      details = details.add(value(detail.get("amount")));
      assertThat(detail.at("/response/reference").stringValue())
          .isEqualTo("ClaimResponse/" + resources.get(i).get("id").stringValue());
    }
    assertThat(details).isEqualByComparingTo(paid);
  }

  @Test
  void amountsHaveTheDecimalsOfTheCurrencyAndWhatIsTakenBackIsNegative() throws IOException {
    List<JsonNode> resources = written(remittance());

    // 80.00 + 0 + 10.50 paid, 20.00 taken back.
    assertThat(text(remittance()))
        .contains("\"paymentAmount\":{\"value\":70.50,\"currency\":\"MAD\"}");
    JsonNode back = resources.getFirst();
    assertThat(back.get("status").stringValue()).isEqualTo("cancelled");
    assertThat(value(back.at("/payment/amount"))).isEqualByComparingTo("-20");
    JsonNode first = resources.get(1);
    assertThat(first.at("/processNote/0/text").stringValue()).isEqualTo("bill the rest");
    assertThat(first.at("/item/0/noteNumber/0").intValue()).isEqualTo(1);
    assertThat(first.get("outcome").stringValue()).isEqualTo("partial");
  }

  @Test
  void whatTheIntakeRefusedIsAnErrorAndPaysNothing() throws IOException {
    Remittance.Line sound = line(1, "P1", 300, Remittance.Status.PAID, 300, 0, List.of());
    Remittance.Line unknown =
        line(
            2,
            "P9",
            200,
            Remittance.Status.REJECTED,
            0,
            0,
            List.of(new Remittance.Reduction("302", 200, true, "nobody", "correct it")));
    List<JsonNode> resources =
        written(
            new Remittance(
                new DocumentNumber(DocumentSeries.BORD, 2026, 8),
                "CMA-1",
                "A clinic",
                DAY,
                List.of(
                    new Remittance.Invoice(
                        "F2", 1, false, 500, 200, 0, 0, List.of(sound, unknown)))));

    assertThat(resources).hasSize(3);
    JsonNode refused = resources.get(1);
    assertThat(refused.get("outcome").stringValue()).isEqualTo("error");
    assertThat(refused.at("/error/0/itemSequence").intValue()).isEqualTo(2);
    assertThat(refused.at("/error/0/code/coding/0/code").stringValue()).isEqualTo("302");
    assertThat(refused.at("/processNote/0/text").stringValue()).isEqualTo("correct it");
    assertThat(refused.has("payment")).isFalse();
    assertThat(refused.has("item")).isFalse();
    assertThat(resources.getLast().get("detail")).hasSize(1);
    assertThat(value(resources.getLast().get("paymentAmount"))).isEqualByComparingTo("3");
  }

  @Test
  void linesThatDoNotAddUpAreNoRemittance() {
    assertThatThrownBy(() -> line(1, "P1", 100, Remittance.Status.PAID, 90, 0, List.of()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("line 1 charges 100 and its parts add up to 90");
    assertThatThrownBy(
            () ->
                new Remittance.Invoice(
                    "F1",
                    1,
                    false,
                    200,
                    50,
                    0,
                    0,
                    List.of(line(1, "P1", 100, Remittance.Status.PAID, 100, 0, List.of()))))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("invoice F1 version 1 charges 200");
  }

  private static void addsUp(JsonNode item) {
    BigDecimal submitted = BigDecimal.ZERO;
    BigDecimal parts = BigDecimal.ZERO;
    boolean waits = false;
    for (JsonNode part : item.get("adjudication")) {
      String category = part.at("/category/coding/0/code").stringValue();
      waits |= category.equals("pended");
      if (category.equals("submitted")) {
        submitted = value(part.get("amount"));
      } else {
        parts = parts.add(value(part.get("amount")));
      }
    }
    assertThat(parts).isEqualByComparingTo(waits ? BigDecimal.ZERO : submitted);
  }

  private static BigDecimal value(JsonNode money) {
    return money.get("value").decimalValue();
  }

  private static List<JsonNode> written(Remittance remittance) throws IOException {
    List<JsonNode> resources = new ArrayList<>();
    for (String line : text(remittance).split("\n", -1)) {
      if (!line.isEmpty()) {
        resources.add(JsonMapper.builder().build().readTree(line));
      }
    }
    return resources;
  }

  private static String text(Remittance remittance) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new FhirRemittance(DIRHAM, "A fund").write(out, remittance);
    return out.toString(StandardCharsets.UTF_8);
  }

  private static Remittance remittance() {
    return new Remittance(
        new DocumentNumber(DocumentSeries.BORD, 2026, 7),
        "CMA-1",
        "A clinic",
        DAY,
        List.of(
            new Remittance.Invoice(
                "F1",
                1,
                true,
                0,
                0,
                0,
                0,
                List.of(line(1, "P1", 2_000, Remittance.Status.PAID, 2_000, 0, List.of()))),
            new Remittance.Invoice(
                "F1",
                2,
                false,
                13_050,
                0,
                0,
                0,
                List.of(
                    line(
                        1,
                        "P1",
                        10_000,
                        Remittance.Status.PAID,
                        8_000,
                        1_500,
                        List.of(
                            new Remittance.Reduction(
                                "550", 500, true, "above tariff", "bill the rest"))),
                    line(
                        2,
                        "P1",
                        2_000,
                        Remittance.Status.PENDED,
                        0,
                        0,
                        List.of(new Remittance.Reduction("2", 0, false, "no price", "wait"))),
                    line(3, "P2", 1_050, Remittance.Status.PAID, 1_050, 0, List.of())))));
  }

  private static Remittance.Line line(
      int no,
      String person,
      long charged,
      Remittance.Status status,
      long paid,
      long copay,
      List<Remittance.Reduction> reductions) {
    return new Remittance.Line(
        no,
        person,
        LocalDate.of(2026, 3, 1),
        "C",
        "Consultation",
        "1",
        charged,
        status,
        paid == 0 ? List.of() : List.of(new Remittance.Share("amo", "AMO", paid)),
        copay,
        reductions);
  }
}
