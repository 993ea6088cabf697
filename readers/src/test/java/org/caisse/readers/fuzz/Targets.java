package org.caisse.readers.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.caisse.config.format.FileKind;
import org.caisse.config.format.Formats;
import org.caisse.config.workspace.Workspace;
import org.caisse.domain.money.Currency;
import org.caisse.readers.received.FrontDoor;
import org.caisse.readers.workbook.MadeWorkbook;

/** Everything that reads files of others. */
final class Targets {

  private static final String OWN =
      """
      record;employer;period;kind;sequence;count;person;name;entry;exit;days;gross
      D;E000001;2026-02;original;1;2;;;;;;450000
      L;E000001;2026-02;;;;P00000017;OUEDRAOGO Awa;;;28;150000
      L;E000001;2026-02;;;;P00000018;"SAWADOGO; ""Ali\""";2026-02-10;2026-02-27;18;300000

      D;E000001;2026-01;replacement;2;1;;;;;;-5
      L;E000001;2026-01;;;;P00000017;KABORÉ Awa;;;;-5
      D;E000002;2026-02;nil;1;0;;;;;;0
      """;

  private static final String LINES =
      """
      Employeur;Période;N° assuré;Nom;Entrée;Sortie;Jours;Salaire brut
      E000001;2026-02;P00000017;OUEDRAOGO Awa;;;28;150 000
      E000001;2026-02;P00000018;SAWADOGO Ali;10/02/2026;27/02/2026;18;1 300 000,00
      E000002;02/2026;P00000019;;;;;97500
      """;

  private static final String OGDS =
      """
      ogd;name;valid_from;valid_to
      CNSS;Caisse nationale;2020-01-01;
      CARFO;Caisse des retraites;2020-01-01;2021-01-01
      """;

  private static final String EMPLOYERS =
      """
      employer;name;population;ogd;valid_from;valid_to
      E000001;SONABEL;salaried_private;CNSS;2020-01-01;
      """;

  private static final String PERSONS =
      """
      person;last_name;first_name;birth_date;sex;population;ogd;valid_from;valid_to
      P00000017;KABORÉ;Awa;1990-05-17;F;;;2020-01-01;
      P00000018;"DIALLO; B";;;;informal;MUTUELLES;2020-01-01;2030-01-01
      """;

  private static final String MAPPING =
      """
      title: Paie de SONABEL
      kind: declaration
      files: ["liste_{year}_{month}.csv", "*.xlsx"]
      separator: ";"
      encoding: windows-1252
      sheet: Paie
      title_row: 1
      decimal: ","
      thousands: " "
      dates: dmy
      missing: ["-", "néant"]
      for_all_lines: {employer: E000001, period: {cell: B2}, sequence: "1"}
      columns:
        person: {title: Matricule, width: 8, prefix: P}
        last_name: {title: Nom}
        gross: {title: Brut, decimal: ",", thousands: "."}
        days: {position: 7}
      total_row: {label: TOTAL, gross: gross}
      """;

  private static final List<FuzzTarget> ALL = List.copyOf(made());

  private Targets() {}

  static List<FuzzTarget> all() {
    return ALL;
  }

  private static List<FuzzTarget> made() {
    List<FuzzTarget> targets = new ArrayList<>();
    targets.add(declaration("own", "declaration.csv", OWN.getBytes(UTF_8)));
    targets.add(declaration("lines", "liste.csv", LINES.getBytes(UTF_8)));
    targets.add(
        golden(
            "ci-cnps",
            "Appel_Cotisation_CNPS_02_2026.csv",
            mapped(
                """
                format: ci-cnps
                files: ["Appel_Cotisation_CNPS_{month}_{year}.*"]
                for_all_lines: {employer: E000123}
                """),
            Currency.XOF));
    Formats plain = Formats.bundled();
    targets.add(golden("bj-cnss", "bj-liste-nominative.csv", plain, Currency.XOF));
    targets.add(
        golden(
            "bf-cnss-bnts",
            "bnts-fevrier.csv",
            mapped(
                """
                format: bf-cnss-bnts
                files: ["bnts-*"]
                for_all_lines: {employer: {cell: B2}}
                """),
            Currency.XOF));
    Currency dirham = new Currency("MAD", 2);
    targets.add(golden("ma-cnss-bds", "DS_1234567_202602.txt", plain, dirham));
    targets.add(golden("ma-cnss-bds-complement", "DSC1_1234567_202602.txt", plain, dirham));
    targets.add(golden("rejects", "rejets.csv", plain, Currency.XOF));
    targets.add(registry(FileKind.OGDS, OGDS));
    targets.add(registry(FileKind.EMPLOYERS, EMPLOYERS));
    targets.add(registry(FileKind.PERSONS, PERSONS));
    byte[] workbook = workbook(LINES);
    DoorTarget door = declaration("workbook", "liste.xlsx", workbook);
    targets.add(door);
    targets.add(new WorkbookPartsTarget(door, List.of(unpacked(workbook))));
    targets.add(new FormatsTarget("mapping", true, List.of(MAPPING.getBytes(UTF_8))));
    targets.add(
        new FormatsTarget("description", false, List.of(resource("/formats/caisse-lines.json"))));
    return targets;
  }

  static FuzzTarget of(String name) {
    return all().stream()
        .filter(target -> target.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no target " + name));
  }

  private static FuzzTarget golden(String name, String file, Formats formats, Currency currency) {
    byte[] seed = resource("/received/" + file);
    return new DoorTarget(
        name, FileKind.DECLARATION, file, List.of(seed), new FrontDoor(formats, currency));
  }

  private static DoorTarget declaration(String name, String file, byte[] seed) {
    return new DoorTarget(name, FileKind.DECLARATION, file, List.of(seed), plainDoor());
  }

  private static FrontDoor plainDoor() {
    return new FrontDoor(Formats.bundled(), Currency.XOF);
  }

  /** The formats with a sender's mapping. */
  private static Formats mapped(String yaml) {
    try {
      Path home = Files.createTempDirectory("caisse-fuzz");
      Path senders = new Workspace(home).senders();
      Path file = senders.resolve("sender.yaml");
      try {
        Files.createDirectories(senders);
        Files.writeString(file, yaml);
        return Formats.load(new Workspace(home));
      } finally {
        Files.delete(file);
        Files.delete(senders);
        Files.delete(home);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static FuzzTarget registry(FileKind kind, String seed) {
    String name = kind.ownFormat();
    return new DoorTarget(
        name,
        kind,
        name + ".csv",
        List.of(seed.getBytes(UTF_8), seed.replace(";", ",").getBytes(UTF_8)),
        plainDoor());
  }

  /**
   * A list as a spreadsheet program keeps it: texts, numbers, days, a second sheet that is empty.
   */
  private static byte[] workbook(String list) {
    StringBuilder rows = new StringBuilder();
    StringBuilder texts = new StringBuilder();
    int shared = 0;
    int rowNo = 0;
    for (String line : list.split("\n", -1)) {
      rows.append("\n<row r=\"%d\">".formatted(++rowNo));
      int column = 0;
      for (String field : line.split(";", -1)) {
        String place = (char) ('A' + column++) + Integer.toString(rowNo);
        if (field.matches("[0-9]+")) {
          rows.append("<c r=\"%s\"><v>%s</v></c>".formatted(place, field));
        } else if (field.matches(".*/.*/.*")) {
          rows.append("<c r=\"%s\" s=\"1\"><v>46063</v></c>".formatted(place));
        } else if (!field.isEmpty()) {
          rows.append("<c r=\"%s\" t=\"s\"><v>%d</v></c>".formatted(place, shared++));
          texts.append("\n<si><t>%s</t></si>".formatted(field));
        }
      }
      rows.append("</row>");
    }
    MadeWorkbook book =
        new MadeWorkbook()
            .sheet("Feuil1", rows.toString())
            .sheet("Feuil2", "")
            .texts(out -> out.write(texts.toString()))
            .styles("<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs>");
    try {
      Path file = Files.createTempFile("caisse-fuzz", ".xlsx");
      try {
        return Files.readAllBytes(book.write(file));
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] unpacked(byte[] workbook) {
    ByteArrayOutputStream parts = new ByteArrayOutputStream();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(workbook))) {
      ZipEntry entry;
      while ((entry = zip.getNextEntry()) != null) {
        parts.writeBytes(("\n=== " + entry.getName() + "\n").getBytes(UTF_8));
        parts.writeBytes(zip.readAllBytes());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return parts.toByteArray();
  }

  private static byte[] resource(String name) {
    try (InputStream in = Targets.class.getResourceAsStream(name)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
