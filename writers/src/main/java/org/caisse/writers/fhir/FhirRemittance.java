package org.caisse.writers.fhir;

import static org.caisse.writers.fhir.FhirJson.CAISSE;
import static org.caisse.writers.fhir.FhirJson.HL7;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.caisse.domain.money.Currency;
import org.caisse.writers.document.Remittance;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A remittance as FHIR R4: a {@code ClaimResponse} for each invoice and patient, then one {@code
 * PaymentReconciliation} whose details name them and add up to what is paid. Lines that the intake
 * refused are errors, in responses of their own that pay nothing.
 *
 * <p>Source: HL7 FHIR R4 (4.0.1), ClaimResponse and PaymentReconciliation. Payers, reductions and
 * bearers have no codes there; they are Caisse's own, under {@code urn:caisse:}.
 */
public final class FhirRemittance {

  private final FhirJson json;
  private final String fundName;

  /**
   * @param fundName the insurer
   */
  public FhirRemittance(Currency currency, String fundName) {
    this.json = new FhirJson(currency);
    this.fundName = fundName;
  }

  /** A response and what it pays, for the reconciliation. */
  private record Told(String id, String claim, long minor, boolean takenBack) {}

  /** Writes the resources of a remittance; the stream stays open. */
  public void write(OutputStream out, Remittance remittance) throws IOException {
    List<Told> told = new ArrayList<>();
    int refused = 0;
    for (Remittance.Invoice invoice : remittance.invoices()) {
      for (Map.Entry<String, List<Remittance.Line>> patient :
          byPatient(invoice.decided()).entrySet()) {
        String id = remittance.number() + "-" + (told.size() + 1);
        ObjectNode response = response(id, remittance, invoice, patient.getKey());
        lines(response, invoice, patient.getValue());
        json.line(out, response);
        told.add(
            new Told(
                id,
                claim(remittance, invoice),
                paid(invoice, patient.getValue()),
                invoice.takenBack()));
      }
      for (Map.Entry<String, List<Remittance.Line>> patient :
          byPatient(invoice.refusedAtIntake()).entrySet()) {
        refused++;
        String id = remittance.number() + "-R" + refused;
        ObjectNode response = response(id, remittance, invoice, patient.getKey());
        json.identifier(
            response.putArray("identifier"),
            "refused",
            claim(remittance, invoice) + "/" + patient.getKey());
        refused(response, patient.getValue());
        json.line(out, response);
      }
    }
    json.line(out, reconciliation(remittance, told));
  }

  private static Map<String, List<Remittance.Line>> byPatient(List<Remittance.Line> lines) {
    Map<String, List<Remittance.Line>> patients = new TreeMap<>();
    lines.forEach(
        line -> patients.computeIfAbsent(line.personNo(), no -> new ArrayList<>()).add(line));
    return patients;
  }

  /** Lines that were not taken in: errors of the claim, which was not looked at for them. */
  private void refused(ObjectNode response, List<Remittance.Line> lines) {
    response.put("outcome", "error");
    ArrayNode notes = response.arrayNode();
    ArrayNode errors = response.putArray("error");
    for (Remittance.Line line : lines) {
      for (Remittance.Reduction reduction : line.reductions()) {
        ObjectNode error = errors.addObject().put("itemSequence", line.no());
        json.code(error, "code", CAISSE + "reject", reduction.code(), reduction.words());
        note(notes, reduction.todo());
      }
    }
    response.set("processNote", notes);
  }

  private static int note(ArrayNode notes, String text) {
    notes.addObject().put("number", notes.size()).put("type", "display").put("text", text);
    return notes.size();
  }

  private static String claim(Remittance remittance, Remittance.Invoice invoice) {
    return remittance.providerNo() + "/" + invoice.invoiceNo() + "/" + invoice.version();
  }

  private static long paid(Remittance.Invoice invoice, List<Remittance.Line> lines) {
    long sum = lines.stream().mapToLong(Remittance.Line::payableMinor).sum();
    return invoice.takenBack() ? -sum : sum;
  }

  private ObjectNode response(
      String id, Remittance remittance, Remittance.Invoice invoice, String personNo) {
    ObjectNode response = json.resource("ClaimResponse", id);
    json.identifier(
        response.putArray("identifier"), "decision", claim(remittance, invoice) + "/" + personNo);
    response.put("status", invoice.takenBack() ? "cancelled" : "active");
    json.code(response, "type", HL7 + "claim-type", "professional", "");
    response.put("use", "claim");
    if (personNo.isEmpty()) {
      response.putObject("patient").put("type", "Patient").put("display", "?");
    } else {
      json.reference(response, "patient", "Patient", "person", personNo);
    }
    response.put("created", remittance.day().toString());
    response.putObject("insurer").put("type", "Organization").put("display", fundName);
    json.reference(response, "requestor", "Organization", "provider", remittance.providerNo());
    json.reference(response, "request", "Claim", "invoice", claim(remittance, invoice));
    boolean waits =
        invoice.lines().stream()
            .anyMatch(
                line ->
                    line.personNo().equals(personNo) && line.status() == Remittance.Status.PENDED);
    response.put("outcome", waits ? "partial" : "complete");
    return response;
  }

  private void lines(ObjectNode response, Remittance.Invoice invoice, List<Remittance.Line> lines) {
    ArrayNode items = response.putArray("item");
    ArrayNode notes = response.arrayNode();
    long charged = 0;
    for (Remittance.Line line : lines) {
      charged = Math.addExact(charged, line.chargedMinor());
      item(items.addObject(), notes, line);
    }
    ArrayNode totals = response.putArray("total");
    amount(totals.addObject(), HL7 + "adjudication", "submitted", charged);
    amount(
        totals.addObject(),
        HL7 + "adjudication",
        "benefit",
        lines.stream().mapToLong(Remittance.Line::payableMinor).sum());
    ObjectNode payment = response.putObject("payment");
    json.code(payment, "type", HL7 + "ex-paymenttype", "complete", "");
    json.money(payment, "amount", paid(invoice, lines));
    if (!notes.isEmpty()) {
      response.set("processNote", notes);
    }
  }

  private void item(ObjectNode item, ArrayNode notes, Remittance.Line line) {
    item.put("itemSequence", line.no());
    ArrayNode numbers = item.arrayNode();
    ArrayNode parts = item.arrayNode();
    amount(parts.addObject(), HL7 + "adjudication", "submitted", line.chargedMinor());
    for (Remittance.Share share : line.shares()) {
      ObjectNode part = parts.addObject();
      json.code(part, "category", HL7 + "adjudication", "benefit", "");
      json.code(part, "reason", CAISSE + "payer", share.payer(), share.name());
      json.money(part, "amount", share.minor());
    }
    if (line.copayMinor() != 0) {
      amount(parts.addObject(), HL7 + "adjudication", "copay", line.copayMinor());
    }
    for (Remittance.Reduction reduction : line.reductions()) {
      ObjectNode part = parts.addObject();
      json.code(part, "category", CAISSE + "adjudication", category(line, reduction), "");
      json.code(part, "reason", CAISSE + "reduction", reduction.code(), reduction.words());
      json.money(part, "amount", reduction.minor());
      if (!reduction.todo().isEmpty()) {
        numbers.add(note(notes, reduction.todo()));
      }
    }
    if (!numbers.isEmpty()) {
      item.set("noteNumber", numbers);
    }
    item.set("adjudication", parts);
  }

  private static String category(Remittance.Line line, Remittance.Reduction reduction) {
    if (line.status() == Remittance.Status.PENDED) {
      return "pended";
    }
    return reduction.provider() ? "reduction-provider" : "reduction-patient";
  }

  private void amount(ObjectNode part, String system, String category, long minor) {
    json.code(part, "category", system, category, "");
    json.money(part, "amount", minor);
  }

  private ObjectNode reconciliation(Remittance remittance, List<Told> told) {
    ObjectNode whole = json.resource("PaymentReconciliation", remittance.number().toString());
    json.identifier(whole.putArray("identifier"), "remittance", remittance.number().toString());
    // Told, not yet paid: the order follows.
    whole.put("status", "draft");
    whole.put("created", remittance.day().toString());
    whole.putObject("paymentIssuer").put("type", "Organization").put("display", fundName);
    json.reference(whole, "requestor", "Organization", "provider", remittance.providerNo());
    whole.put("outcome", "complete");
    whole.put("paymentDate", remittance.day().toString());
    json.money(whole, "paymentAmount", remittance.payableMinor());
    ArrayNode details = whole.putArray("detail");
    for (Told one : told) {
      ObjectNode detail = details.addObject();
      json.code(
          detail, "type", HL7 + "payment-type", one.takenBack() ? "adjustment" : "payment", "");
      json.reference(detail, "request", "Claim", "invoice", one.claim());
      detail
          .putObject("response")
          .put("reference", "ClaimResponse/" + one.id())
          .put("type", "ClaimResponse");
      detail.put("date", remittance.day().toString());
      json.money(detail, "amount", one.minor());
    }
    return whole;
  }
}
