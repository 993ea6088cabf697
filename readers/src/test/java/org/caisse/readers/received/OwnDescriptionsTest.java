package org.caisse.readers.received;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.caisse.config.format.FileKind;
import org.caisse.domain.contribution.DeclarationRecord;
import org.caisse.domain.money.Currency;
import org.caisse.domain.reject.Reject;
import org.caisse.readers.declaration.DeclarationReader;
import org.caisse.readers.expected.ExpectedFile;
import org.caisse.readers.invoice.InvoiceFile;
import org.caisse.readers.invoice.InvoiceRecord;
import org.caisse.readers.line.Position;
import org.caisse.readers.receipt.ReceiptFile;
import org.caisse.readers.receipt.RemittanceFile;
import org.caisse.readers.registry.CareFile;
import org.caisse.readers.registry.RegistryFile;
import org.caisse.readers.registry.RegistryLine;
import org.caisse.readers.registry.RegistrySnapshot;
import org.caisse.readers.takeon.TakeOnFile;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the published descriptions of Caisse's own files demand is what their readers demand: a
 * value that must be there and is not, or is none of those there are, refuses its record.
 */
class OwnDescriptionsTest {

  @TempDir private Path folder;

  static Stream<Arguments> demands() throws IOException {
    List<Arguments> demands = new ArrayList<>();
    for (FileKind kind : FileKind.values()) {
      String resource = "/formats/" + kind.ownFormat() + ".json";
      try (var in = OwnDescriptionsTest.class.getResourceAsStream(resource)) {
        for (JsonNode field : JsonMapper.builder().build().readTree(in).get("fields").values()) {
          JsonNode constraints = field.path("constraints");
          if (constraints.path("required").asBoolean(false)) {
            demands.add(Arguments.of(kind, field.get("name").asString(), ""));
          }
          if (constraints.has("enum")) {
            demands.add(Arguments.of(kind, field.get("name").asString(), "?"));
          }
        }
      }
    }
    return demands.stream();
  }

  @ParameterizedTest
  @MethodSource("demands")
  void aRecordWithoutWhatTheDescriptionDemandsIsRefused(FileKind kind, String column, String value)
      throws IOException {
    List<String> fields = new ArrayList<>(List.of(good(kind).split(";", -1)));
    assertThat(reject(kind, fields)).isNull();

    fields.set(kind.columns().indexOf(column), value);

    assertThat(reject(kind, fields)).isNotNull().extracting(Reject::field).isEqualTo(column);
  }

  private static String good(FileKind kind) {
    return switch (kind) {
      case DECLARATION -> "D;E1;2026-02;original;1;0;;;;;;0";
      case OGDS -> "CNSS;Caisse;2026-01-01;";
      case EMPLOYERS -> "E1;SAVANA;salaried_private;CNSS;2026-01-01;";
      case RECEIPTS -> "R;BK1;;2026-03-12;B1;;1500;;;;;;;;";
      case REMITTANCES -> "R;CNSS;2026-03;2026-03-12;E1;2026-02;contribution;1500;;;;;;";
      case OPENING_BALANCES -> "D;E1;CNSS;2025-11;CONTRIBUTION;2025-12-10;2026-01-01;;;;1500;;;";
      case EARLIER_CONTRIBUTIONS -> "P1;E1;2025-11;100000;3000;2000;";
      case EARLIER_RIGHTS -> "P1;2025-04-01;;3;DECLARED";
      case TAKE_ON_CONTROL -> "FILE;opening-balances;1;1500";
      case EXPECTED -> "solde;2026-02;E1;P1;;OUEDRAOGO;Awa;1980-05-06;F;150000";
      case IDENTIFIERS -> "P1;phone;70112233;2024-01-01;";
      case PERSONS -> "P1;KABORE;Awa;1990-05-03;F;;;2026-01-01;";
      case PROVIDERS -> "F1;CMA de Pissy;cma;;centre;;2026-01-01;";
      case CONVENTIONS -> "F1;C-17;;2026-01-01;";
      case DEPENDANTS -> "P1;P2;child;1;2026-01-01;";
      case STATUSES -> "P1;pregnancy;;;2026-01-01;2026-10-01";
      case ACTS -> "C01;2026;Consultation;consultation;C;1;;F;180;600;cma,chr;no;2026-01-01;;";
      case CROSSWALKS -> "C1;C01;2026-01-01;";
      case TARIFFS -> "letter;C;cma;1000;2026-01-01;";
      case MEDICINES -> "M1;Paracétamol 500;paracetamol;25;G1;;no;2026-01-01;";
      case AGREEMENTS -> "A1;P1;act;C01;2;1;1500;D-3;2026-01-01;2026-04-01;granted";
      case INVOICES ->
          "L;F1;B1;17;1;third_party;2026-02;;;;;P1;0;2026-02-03;C01;;;;1;1000;1000;;;;;;;;;;;;10";
    };
  }

  private Reject reject(FileKind kind, List<String> fields) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("f.csv"), kind.header() + "\n" + String.join(";", fields) + "\n");
    return switch (kind) {
      case DECLARATION -> declaration(file);
      case OGDS -> registry(RegistryFile.ogds(file, Position.START));
      case EMPLOYERS -> registry(RegistryFile.employers(file, Position.START));
      case RECEIPTS -> registry(ReceiptFile.open(file, 0));
      case REMITTANCES -> registry(RemittanceFile.open(file, 0));
      case OPENING_BALANCES, EARLIER_CONTRIBUTIONS, EARLIER_RIGHTS, TAKE_ON_CONTROL ->
          registry(TakeOnFile.open(kind, file, 0));
      case EXPECTED -> registry(ExpectedFile.open(file, 0));
      case IDENTIFIERS -> registry(RegistryFile.identifiers(file));
      case PERSONS -> registry(RegistryFile.persons(file, Position.START));
      case PROVIDERS -> registry(CareFile.providers(file));
      case CONVENTIONS -> registry(CareFile.conventions(file));
      case DEPENDANTS -> registry(CareFile.dependants(file));
      case STATUSES -> registry(CareFile.statuses(file));
      case ACTS -> registry(CareFile.acts(file, 0));
      case CROSSWALKS -> registry(CareFile.crosswalks(file));
      case TARIFFS -> registry(CareFile.tariffs(file, 0));
      case MEDICINES -> registry(CareFile.medicines(file, 0));
      case AGREEMENTS -> registry(CareFile.agreements(file, 0));
      case INVOICES -> invoice(file);
    };
  }

  private static Reject declaration(Path file) throws IOException {
    RegistrySnapshot registry = new RegistrySnapshot.Builder().build();
    try (DeclarationReader reader =
        new DeclarationReader(file, Position.START, 10, registry, Currency.XOF)) {
      return switch (reader.read().records().getFirst()) {
        case DeclarationRecord.Header header -> header.problem();
        case DeclarationRecord.Line line -> line.problem();
        case DeclarationRecord.Unreadable unreadable -> unreadable.problem();
      };
    }
  }

  private static Reject invoice(Path file) throws IOException {
    try (RegistryFile<InvoiceRecord> opened = InvoiceFile.open(file, 0)) {
      return opened.read() instanceof RegistryLine.Row<InvoiceRecord> row
          ? row.row().problem()
          : null;
    }
  }

  private static <T> Reject registry(RegistryFile<T> open) throws IOException {
    try (RegistryFile<T> file = open) {
      return file.read() instanceof RegistryLine.Refused<T> refused ? refused.reject() : null;
    }
  }
}
