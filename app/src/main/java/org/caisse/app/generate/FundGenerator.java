package org.caisse.app.generate;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Makes a fund out of nothing: registry, declaration files and the truth about them. Holds a few
 * numbers per employer, whatever the number of persons.
 */
public final class FundGenerator {

  private FundGenerator() {}

  /**
   * Writes a fund below a folder, which is made when missing.
   *
   * @throws FileAlreadyExistsException when the folder already holds a fund: nothing is overwritten
   * @throws IOException when a file cannot be written
   */
  public static GeneratedFund generate(FundOptions options, Path out) throws IOException {
    for (String folder :
        new String[] {"registry", "declarations", "senders", "truth", OwnPayments.FOLDER}) {
      if (Files.exists(out.resolve(folder))) {
        throw new FileAlreadyExistsException(
            out.resolve(folder).toString(),
            null,
            "the folder already holds a fund: name another one, or remove it first");
      }
    }
    Files.createDirectories(out.resolve("truth"));
    Fund fund = Fund.of(options);
    new RegistryFiles(fund, out).write();
    DeclarationFiles files = new DeclarationFiles(fund, out);
    files.write();
    try (TruthFiles truth = new TruthFiles(fund, out)) {
      truth.write();
    }
    new OwnPayments(fund, out).write();
    return new GeneratedFund(
        out,
        fund.month().receipts(),
        options.employers(),
        options.persons(),
        files.files(),
        files.declarations(),
        files.lines(),
        files.bytes(),
        files.rejectRows());
  }
}
