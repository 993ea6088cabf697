package org.caisse.config.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.caisse.config.text.Language;
import org.caisse.config.text.yaml.Problem;
import org.caisse.config.workspace.Workspace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Descriptions and mappings as files: bundled, added by a fund, wrong, frozen. */
class FormatsTest {

  private static final Set<String> FIELD_TYPES_OF_TABLE_SCHEMA =
      Set.of(
          "string",
          "number",
          "integer",
          "boolean",
          "object",
          "array",
          "list",
          "datetime",
          "date",
          "time",
          "year",
          "yearmonth",
          "duration",
          "geopoint",
          "geojson",
          "any");

  @TempDir private Path home;
  private Workspace workspace;

  @BeforeEach
  void makeWorkspace() {
    workspace = new Workspace(home).create();
  }

  @ParameterizedTest
  @EnumSource(FileKind.class)
  void caissesOwnDescriptionHasTheColumnsOfTheCanonicalFile(FileKind kind) {
    FormatDescription own = Formats.bundled().own(kind);

    assertThat(own.fields()).extracting(FormatField::name).isEqualTo(kind.columns());
    assertThat(own.fields()).extracting(FormatField::title).isEqualTo(kind.columns());
    assertThat(own.makesDeclarations()).isFalse();
  }

  @Test
  void everyBundledDescriptionIsATableSchemaWithANameInBothLanguages() {
    Formats formats = Formats.bundled();
    JsonMapper json = JsonMapper.builder().build();
    for (FileKind kind : FileKind.values()) {
      for (FormatDescription description : formats.of(kind)) {
        assertThat(description.titles()).as(description.id()).containsOnlyKeys(Language.values());
        JsonNode schema = json.readTree(resource(description.id()));
        assertThat(schema.get("name").asString()).isEqualTo(description.id());
        for (JsonNode field : fields(schema)) {
          assertThat(FIELD_TYPES_OF_TABLE_SCHEMA).contains(field.get("type").asString());
          assertThat(field.get("title").asString()).isNotBlank();
        }
      }
    }
  }

  private static List<JsonNode> fields(JsonNode schema) {
    if (schema.has("fields")) {
      return List.copyOf(schema.get("fields").values());
    }
    return schema.get("records").values().stream()
        .filter(record -> record.has("fields"))
        .flatMap(record -> record.get("fields").values().stream())
        .toList();
  }

  @Test
  void noCharacterOfAFixedWidthRecordBelongsToTwoFields() {
    for (String id : List.of("ma-cnss-bds", "ma-cnss-bds-complement")) {
      FormatDescription description = Formats.bundled().description(id).orElseThrow();
      for (RecordDescription record : description.records()) {
        int end = record.code().length();
        for (FormatField field : record.fields()) {
          assertThat(field.position()).as(record.code() + " " + field.name()).isEqualTo(end);
          end += field.length();
        }
        assertThat(end).isLessThanOrEqualTo(description.recordLength());
      }
    }
  }

  @Test
  void whatIsFrozenGivesTheSameFormatsAgain() throws IOException {
    sender("x", "kind: declaration\nfiles: ['x*']\nfor_all_lines: {employer: E1}\n");
    Formats formats = Formats.load(workspace);

    Formats again = Formats.fromText(formats.toText());

    assertThat(again.toBytes()).isEqualTo(formats.toBytes());
    assertThat(again.sha256()).isEqualTo(formats.sha256()).matches("[0-9a-f]{64}");
    assertThat(again.mappings(FileKind.DECLARATION))
        .extracting(SenderMapping::name)
        .containsExactly("x");
    assertThat(again.sha256()).isNotEqualTo(Formats.bundled().sha256());
    assertThatThrownBy(() -> Formats.fromText("caisse-formats 2\n"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aMappingIsLaidOverItsFormat() throws IOException {
    sender(
        "sodeci",
        """
        title: SODECI, paie du siège
        format: ci-cnps
        files: ["SODECI_*_{month}_{year}.xlsx"]
        sheet: Paie
        title_row: 3
        thousands: "."
        dates: mdy
        columns:
          numero_cnps: {title: [Matricule, Mat.], width: 12, prefix: C}
          salaire_brut: Brut
          type_salarie: {position: 7, values: {Mensuel: M}}
        for_all_lines: {employer: E000123, sequence: 2}
        total_row: {label: TOTAL, gross: salaire_brut}
        """);

    SenderMapping mapping = Formats.load(workspace).mappings(FileKind.DECLARATION).get(0);
    FormatDescription format = mapping.format();

    assertThat(mapping.isFor("sodeci_siege_02_2026.XLSX")).isTrue();
    assertThat(mapping.isFor("sodeci_siege_13_2026.xlsx")).isFalse();
    assertThat(mapping)
        .extracting(SenderMapping::sheet, SenderMapping::titleRow)
        .containsExactly("Paie", 3);
    FormatField person = format.field("numero_cnps").orElseThrow();
    assertThat(person.title()).isEqualTo("Matricule");
    assertThat(person.aliases()).containsExactly("Mat.");
    assertThat(person.rules().width()).isEqualTo(12);
    assertThat(format.field("salaire_brut").orElseThrow())
        .extracting(FormatField::title, f -> f.rules().thousandsMark(), FormatField::order)
        .containsExactly("Brut", ".", DateOrder.MDY);
    assertThat(format.field("type_salarie").orElseThrow())
        .extracting(FormatField::position, f -> f.rules().values())
        .containsExactly(6, Map.of("Mensuel", "M"));
    assertThat(format.declaration())
        .containsEntry("employer", new ValueSource.Constant("E000123"))
        .containsEntry("period", new ValueSource.FileName())
        .containsEntry("sequence", new ValueSource.Constant("2"));
    assertThat(format.checks().totalRow().labels()).containsExactly("TOTAL");
  }

  @Test
  void aFundAddsAFormatAndReplacesABundledOne() throws IOException {
    String schema =
        """
        {
          "name": "%s",
          "fields": [
            {"name": "person", "title": "N°", "type": "string"},
            {"name": "gross", "title": "Paie", "type": "number"}
          ],
          "caisse": {
            "kind": "declaration",
            "titles": {"fr": "le nôtre", "en": "ours"},
            "declaration": {"employer": {"from": "sender"}, "period": {"from": "file"}}
          }
        }
        """;
    format("ours", schema.formatted("ours"));
    format("ci-cnps", schema.formatted("ci-cnps"));

    Formats formats = Formats.load(workspace);

    assertThat(formats.description("ours")).isPresent();
    assertThat(formats.description("ci-cnps").orElseThrow().fields()).hasSize(2);
    assertThat(formats.of(FileKind.DECLARATION))
        .hasSize(Formats.bundled().of(FileKind.DECLARATION).size() + 1);
  }

  /** Each thing that is wrong is said with its line, the value and what to do. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "kind: declaration | senders/x.yaml:1: 'files' is missing; add a line 'files: …'",
        "files: ['x'] | senders/x.yaml:1: 'format' is missing; add a line 'format: …'",
        "format: ci-cnss\\nfiles: ['x'] | senders/x.yaml:1: there is no format 'ci-cnss'",
        "kind: declaration\\nfiles: ['{day}'] | senders/x.yaml:2: '{day}' is no pattern",
        "kind: declaration\\nfiles: [x]\\ncolumns: {brut: Brut}"
            + " | senders/x.yaml:3: format 'caisse-lines' has no field 'brut'",
        "kind: declaration\\nfiles: [x]\\ncolumns: {gross: {position: 3}}"
            + " | senders/x.yaml:3: 'columns.gross' is told by its position",
        "kind: declaration\\nfiles: [x]\\ndecimal: ';' | senders/x.yaml:3: 'decimal' is ';'",
        "kind: declaration\\nfiles: [x]\\ndates: dd/mm | senders/x.yaml:3: 'dates' is 'dd/mm'",
        "kind: declaration\\n"
            + "files: [x]\\n"
            + "encoding: cp850 | senders/x.yaml:3: 'encoding' is 'cp850'",
        "kind: declaration\\nfiles: [x]\\nfor_all_lines: {salary: 3}"
            + " | senders/x.yaml:3: there is no canonical column 'salary'",
        "kind: declaration\\nfiles: [x]\\nfor_all_lines: {period: {cell: 2B}}"
            + " | senders/x.yaml:3: '2B' is no cell",
        "kind: declaration\\n"
            + "files: [x]\\n"
            + "separateur: ';' | senders/x.yaml:3: unknown key 'separateur'",
        "format: ma-cnss-bds\\nfiles: [x]\\ncolumns: {jours: J}"
            + " | senders/x.yaml:3: the columns of the fixed-width format",
        "kind: declaration\\nfiles: [x]\\ntotal_row: {label: T, gross: brut}"
            + " | senders/x.yaml:3: 'total_row.gross' names a field 'brut'"
      })
  void aMappingThatIsWrongIsRefusedWithWhatToDo(String yaml, String message) throws IOException {
    sender("x", yaml.replace("\\n", "\n") + "\n");

    assertThatThrownBy(() -> Formats.load(workspace))
        .isInstanceOf(FormatException.class)
        .hasMessageContaining(message.strip());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"type\": \"number\" | \"type\": \"money\" | formats/ours.json:5: 'fields[2].type' is"
            + " 'money'",
        "\"name\": \"gross\" | \"name\": \"person\" | formats/ours.json:5: there are two fields"
            + " 'person'",
        "\"name\": \"gross\" | \"name\": \"Gross\" | formats/ours.json:5: 'Gross' cannot be the"
            + " name",
        "\"gross\": \"gross\" | \"gross\": \"pay\" | formats/ours.json:10: 'caisse.record.gross'"
            + " names a field 'pay'",
        "\"gross\": \"gross\" | \"pay\": \"gross\" | formats/ours.json:10: there is no canonical"
            + " column 'pay'",
        "\"declaration\", | \"parcels\", | formats/ours.json:7: 'caisse.kind' is 'parcels'",
        "\"titles\": {\"fr\": \"x\", | \"titles\": { | formats/ours.json:8: 'fr' is missing",
        "\"ours\" | \"theirs\" | formats/ours.json:2: the format is called 'theirs'",
        "\"ours\", | \"ours\" | formats/ours.json:3: this is not JSON",
        "\"type\": \"number\" | \"type\": \"number\", \"constraints\": {\"pattern\": \"[\"}"
            + " | formats/ours.json:5: '[' is no regular expression",
        "\"type\": \"number\" | \"type\": \"number\", \"colour\": \"red\" | formats/ours.json:5:"
            + " unknown key"
      })
  void aDescriptionThatIsWrongIsRefusedWithWhatToDo(String from, String to, String message)
      throws IOException {
    String schema =
        """
        {
          "name": "ours",
          "fields": [
            {"name": "person", "title": "N°", "type": "string"},
            {"name": "gross", "title": "Paie", "type": "number"}],
          "caisse": {
            "kind": "declaration",
            "titles": {"fr": "x", "en": "x"},
            "declaration": {"employer": {"from": "sender"}, "period": {"from": "file"}},
            "record": {"person": "person", "gross": "gross"}}
        }
        """;
    format("ours", schema);
    assertThat(Formats.check(workspace)).isEmpty();

    format(
        "ours",
        schema.replaceFirst(
            java.util.regex.Pattern.quote(from.strip()),
            java.util.regex.Matcher.quoteReplacement(to.strip())));

    assertThat(Formats.check(workspace))
        .extracting(Problem::toString)
        .anyMatch(text -> text.startsWith(message.strip()));
  }

  private void sender(String name, String yaml) throws IOException {
    Files.writeString(workspace.senders().resolve(name + ".yaml"), yaml);
  }

  private void format(String id, String json) throws IOException {
    Files.writeString(workspace.formats().resolve(id + ".json"), json);
  }

  private static String resource(String id) {
    try (var in = Formats.class.getResourceAsStream("/formats/" + id + ".json")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
