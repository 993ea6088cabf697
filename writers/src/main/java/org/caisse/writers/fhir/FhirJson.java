package org.caisse.writers.fhir;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import org.caisse.domain.money.Currency;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The building blocks of resources: codes, identifiers, money. Properties come in the order in
 * which they are set; amounts keep the currency's decimals, as FHIR demands of decimals.
 */
final class FhirJson {

  /** Code systems and identifiers of Caisse. */
  static final String CAISSE = "urn:caisse:";

  static final String HL7 = "http://terminology.hl7.org/CodeSystem/";

  private static final JsonMapper JSON =
      JsonMapper.builder().disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES).build();

  private final Currency currency;

  FhirJson(Currency currency) {
    this.currency = currency;
  }

  ObjectNode resource(String type, String id) {
    ObjectNode resource = JSON.createObjectNode();
    resource.put("resourceType", type);
    resource.put("id", id);
    return resource;
  }

  /** Writes a line of NDJSON. */
  void line(OutputStream out, ObjectNode resource) throws IOException {
    out.write(JSON.writeValueAsBytes(resource));
    out.write('\n');
  }

  void money(ObjectNode parent, String name, long minor) {
    ObjectNode money = parent.putObject(name);
    money.put("value", BigDecimal.valueOf(minor, currency.decimals()));
    money.put("currency", currency.code());
  }

  void code(ObjectNode parent, String name, String system, String code, String text) {
    ObjectNode concept = parent.putObject(name);
    ObjectNode coding = concept.putArray("coding").addObject();
    coding.put("system", system);
    coding.put("code", code);
    if (!text.isEmpty()) {
      concept.put("text", text);
    }
  }

  void identifier(ArrayNode identifiers, String kind, String value) {
    identifier(identifiers.addObject(), kind, value);
  }

  /** A reference by identifier: the receiver knows who it is, and no server has to be asked. */
  void reference(ObjectNode parent, String name, String type, String kind, String value) {
    ObjectNode reference = parent.putObject(name);
    reference.put("type", type);
    identifier(reference.putObject("identifier"), kind, value);
  }

  private static void identifier(ObjectNode identifier, String kind, String value) {
    identifier.put("system", CAISSE + kind);
    identifier.put("value", value);
  }
}
