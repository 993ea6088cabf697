package org.caisse.app;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.caisse.config.text.Language;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Checks files of declarations or invoices before they are sent. */
@Command(
    name = "validate",
    description = {
      "Check files of declarations or invoices before they are sent: form, control totals, dates,"
          + " doubles, amounts;",
      "the same rules and words as an intake, without a database. What is to be corrected goes to",
      "FILE-rejects.xlsx and FILE-rejects.csv. Exit code 1 when anything would be refused."
    })
final class ValidateCommand implements Callable<Integer> {

  @ParentCommand private Caisse caisse;
  @Spec private CommandSpec spec;
  @Mixin private FileValidation.Options options;

  @Override
  public Integer call() throws IOException {
    return new FileValidation(
            options, caisse.home(), caisse.language(Language.FR), caisse.json(), spec.commandLine())
        .run();
  }
}
