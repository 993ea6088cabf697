package org.caisse.readers.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.caisse.config.format.FileKind;
import org.caisse.readers.expected.ExpectedFile;
import org.caisse.readers.invoice.InvoiceFile;
import org.caisse.readers.line.Position;
import org.caisse.readers.receipt.ReceiptFile;
import org.caisse.readers.receipt.RemittanceFile;
import org.caisse.readers.registry.CareFile;
import org.caisse.readers.registry.RegistryFile;
import org.caisse.readers.registry.RegistryLine;
import org.caisse.readers.takeon.TakeOnFile;

/** Reads canonical registry files. */
final class Registries {

  private Registries() {}

  /**
   * Reads a file; every line is a row, refused with words, or blank.
   *
   * @param lines that it has, with the header
   * @return lines
   */
  static long read(FileKind kind, Path file, long lines) throws IOException {
    return switch (kind) {
      case OGDS -> count(RegistryFile.ogds(file, Position.START), lines);
      case EMPLOYERS -> count(RegistryFile.employers(file, Position.START), lines);
      case PERSONS -> count(RegistryFile.persons(file, Position.START), lines);
      case RECEIPTS -> count(ReceiptFile.open(file, 0), lines);
      case REMITTANCES -> count(RemittanceFile.open(file, 0), lines);
      case OPENING_BALANCES, EARLIER_CONTRIBUTIONS, EARLIER_RIGHTS, TAKE_ON_CONTROL ->
          count(TakeOnFile.open(kind, file, 0), lines);
      case EXPECTED -> count(ExpectedFile.open(file, 0), lines);
      case IDENTIFIERS -> count(RegistryFile.identifiers(file), lines);
      case PROVIDERS -> count(CareFile.providers(file), lines);
      case CONVENTIONS -> count(CareFile.conventions(file), lines);
      case DEPENDANTS -> count(CareFile.dependants(file), lines);
      case STATUSES -> count(CareFile.statuses(file), lines);
      case ACTS -> count(CareFile.acts(file, 0), lines);
      case CROSSWALKS -> count(CareFile.crosswalks(file), lines);
      case TARIFFS -> count(CareFile.tariffs(file, 0), lines);
      case MEDICINES -> count(CareFile.medicines(file, 0), lines);
      case AGREEMENTS -> count(CareFile.agreements(file, 0), lines);
      case INVOICES -> count(InvoiceFile.open(file, 0), lines);
      case DECLARATION -> throw new IllegalArgumentException("no registry");
    };
  }

  private static <T> long count(RegistryFile<T> opened, long lines) throws IOException {
    try (RegistryFile<T> file = opened) {
      long read = 1;
      RegistryLine<T> line;
      while ((line = file.read()) != null) {
        read++;
        if (line instanceof RegistryLine.Refused<T> refused) {
          Judging.word(refused.reject());
        }
      }
      assertThat(read + file.blankLines()).isEqualTo(lines);
      return lines;
    }
  }
}
