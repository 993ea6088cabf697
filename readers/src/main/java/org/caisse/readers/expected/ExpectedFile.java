package org.caisse.readers.expected;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.caisse.config.format.FileKind;
import org.caisse.readers.registry.RegistryFile;
import org.caisse.readers.registry.RowFields;

/** Opens Caisse's own file of persons expected, whose rows are read one by one. */
public final class ExpectedFile {

  private static final int LIST = 0;
  private static final int PERIOD = 1;
  private static final int EMPLOYER = 2;
  private static final int PERSON = 3;
  private static final int NATIONAL_ID = 4;
  private static final int LAST_NAME = 5;
  private static final int FIRST_NAME = 6;
  private static final int BIRTH_DATE = 7;
  private static final int SEX = 8;
  private static final int PAY = 9;

  private ExpectedFile() {}

  /**
   * Opens it.
   *
   * @param decimals of the currency's minor unit
   */
  public static RegistryFile<ExpectedRow> open(Path file, int decimals) throws IOException {
    return RegistryFile.of(file, FileKind.EXPECTED.header(), row -> row(row, decimals));
  }

  private static ExpectedRow row(RowFields fields, int decimals) {
    ExpectedRow row =
        new ExpectedRow(
            fields.identifier(LIST),
            fields.month(PERIOD),
            fields.identifier(EMPLOYER),
            fields.optionalIdentifier(PERSON),
            fields.optionalIdentifier(NATIONAL_ID),
            fields.optionalName(LAST_NAME),
            fields.optionalName(FIRST_NAME),
            fields.optionalDay(BIRTH_DATE),
            fields.oneOf(SEX, List.of("M", "F")),
            fields.payMinor(PAY, decimals));
    if (row.person().isEmpty() && row.nationalId().isEmpty() && row.lastName().isEmpty()) {
      fields.missing(PERSON);
    }
    return row;
  }
}
