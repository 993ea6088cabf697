package org.caisse.readers.registry;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.caisse.config.format.FileKind;
import org.caisse.domain.registry.AgreementStatus;

/**
 * Opens files of the registry of care, in Caisse's own formats, whose rows are typed one by one.
 * Amounts are given in minor units of a currency with so many decimals.
 */
public final class CareFile {

  /** Digits of a quantity or coefficient before and after the point. */
  private static final int WHOLE_DIGITS = 6;

  private static final int DECIMALS = 3;

  private static final int DIGITS_OF_PERCENT = 3;

  private static final int MAX_REFERENCE = 64;
  private static final int MAX_LABEL = 200;

  private static final List<String> FLAG = List.of("yes", "no");
  private static final List<String> SEXES = List.of("M", "F");
  private static final List<String> RELATIONS = List.of("spouse", "child", "ascendant");
  private static final List<String> STATUSES =
      List.of(
          "pregnancy",
          "disability",
          "chronic",
          "student",
          "assistance",
          "programme",
          "mutual",
          "region",
          "death");
  private static final List<String> TARIFF_OF = List.of("letter", "act");
  private static final List<String> STATUSES_OF_AGREEMENT =
      Arrays.stream(AgreementStatus.values()).map(AgreementStatus::word).toList();
  private static final List<String> AGREED = List.of("act", "group", "medicine");

  private CareFile() {}

  /** Opens a file of providers. */
  public static RegistryFile<CareRow.Provider> providers(Path file) throws IOException {
    return RegistryFile.of(
        file,
        FileKind.PROVIDERS.header(),
        row -> {
          LocalDate from = row.day(6);
          return new CareRow.Provider(
              row.identifier(0),
              row.name(1),
              row.identifier(2),
              row.optionalIdentifier(3),
              row.optionalIdentifier(4),
              row.optionalIdentifier(5),
              from,
              row.optionalDayAfter(7, from));
        });
  }

  /** Opens a file of conventions. */
  public static RegistryFile<CareRow.Convention> conventions(Path file) throws IOException {
    return RegistryFile.of(
        file,
        FileKind.CONVENTIONS.header(),
        row -> {
          LocalDate from = row.day(3);
          return new CareRow.Convention(
              row.identifier(0),
              row.text(1, MAX_REFERENCE),
              row.optionalIdentifier(2),
              from,
              row.optionalDayAfter(4, from));
        });
  }

  /** Opens a file of dependants. */
  public static RegistryFile<CareRow.Dependant> dependants(Path file) throws IOException {
    return RegistryFile.of(
        file,
        FileKind.DEPENDANTS.header(),
        row -> {
          LocalDate from = row.day(4);
          return new CareRow.Dependant(
              row.identifier(0),
              row.identifier(1),
              row.requiredOneOf(2, RELATIONS),
              row.wholeNumber(3),
              from,
              row.optionalDayAfter(5, from));
        });
  }

  /** Opens a file of statuses. */
  public static RegistryFile<CareRow.Status> statuses(Path file) throws IOException {
    return RegistryFile.of(
        file,
        FileKind.STATUSES.header(),
        row -> {
          LocalDate from = row.day(4);
          return new CareRow.Status(
              row.identifier(0),
              row.requiredOneOf(1, STATUSES),
              row.optionalIdentifier(2),
              row.text(3, MAX_REFERENCE),
              from,
              row.optionalDayAfter(5, from));
        });
  }

  /** Opens a nomenclature of acts. */
  public static RegistryFile<CareRow.Act> acts(Path file, int decimals) throws IOException {
    return RegistryFile.of(
        file,
        FileKind.ACTS.header(),
        row -> {
          LocalDate from = row.day(12);
          return new CareRow.Act(
              row.identifier(0),
              row.text(1, MAX_REFERENCE),
              row.required(2, MAX_LABEL),
              row.identifier(3),
              row.optionalIdentifier(4),
              row.decimal(5, WHOLE_DIGITS, DECIMALS),
              row.payMinor(6, decimals),
              row.oneOf(7, SEXES),
              row.wholeNumber(8),
              row.wholeNumber(9),
              levels(row.text(10, MAX_LABEL)),
              row.oneOf(11, FLAG).equals("yes"),
              from,
              row.optionalDayAfter(13, from),
              row.decimal(14, DIGITS_OF_PERCENT, 1));
        });
  }

  /** Opens a crosswalk between nomenclatures. */
  public static RegistryFile<CareRow.Crosswalk> crosswalks(Path file) throws IOException {
    return RegistryFile.of(
        file,
        FileKind.CROSSWALKS.header(),
        row -> {
          LocalDate from = row.day(2);
          return new CareRow.Crosswalk(
              row.identifier(0), row.identifier(1), from, row.optionalDayAfter(3, from));
        });
  }

  /** Opens a file of tariffs. */
  public static RegistryFile<CareRow.Tariff> tariffs(Path file, int decimals) throws IOException {
    return RegistryFile.of(
        file,
        FileKind.TARIFFS.header(),
        row -> {
          LocalDate from = row.day(4);
          String basis = row.requiredOneOf(0, TARIFF_OF);
          String item = row.identifier(1);
          String level = row.optionalIdentifier(2);
          long unit = row.requiredAmountMinor(3, decimals);
          if (unit < 0) {
            row.invalid(3, ">= 0");
          }
          return new CareRow.Tariff(basis, item, level, unit, from, row.optionalDayAfter(5, from));
        });
  }

  /** Opens a list of medicines. */
  public static RegistryFile<CareRow.Medicine> medicines(Path file, int decimals)
      throws IOException {
    return RegistryFile.of(
        file,
        FileKind.MEDICINES.header(),
        row -> {
          LocalDate from = row.day(7);
          return new CareRow.Medicine(
              row.identifier(0),
              row.required(1, MAX_LABEL),
              row.text(2, MAX_LABEL),
              row.payMinor(3, decimals),
              row.optionalIdentifier(4),
              row.optionalIdentifier(5),
              row.oneOf(6, FLAG).equals("yes"),
              from,
              row.optionalDayAfter(8, from));
        });
  }

  /** Opens a file of prior agreements. */
  public static RegistryFile<CareRow.Agreement> agreements(Path file, int decimals)
      throws IOException {
    return RegistryFile.of(
        file,
        FileKind.AGREEMENTS.header(),
        row -> {
          LocalDate from = row.day(8);
          return new CareRow.Agreement(
              row.identifier(0),
              row.identifier(1),
              row.requiredOneOf(2, AGREED),
              row.identifier(3),
              row.decimal(4, WHOLE_DIGITS, DECIMALS),
              row.decimal(5, WHOLE_DIGITS, DECIMALS),
              row.payMinor(6, decimals),
              row.text(7, MAX_REFERENCE),
              from,
              row.optionalDayAfter(9, from),
              row.oneOf(10, STATUSES_OF_AGREEMENT));
        });
  }

  /** Levels as they are stored: separated by commas alone. */
  private static String levels(String text) {
    return text.replaceAll("[,\\s]+", ",").replaceAll("^,|,$", "");
  }
}
