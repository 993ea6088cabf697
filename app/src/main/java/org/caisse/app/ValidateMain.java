package org.caisse.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.caisse.config.text.Language;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * The entry of {@code caisse-validate.jar}, the small archive that senders run by themselves:
 * {@code java -jar caisse-validate.jar FILE}.
 */
@Command(
    name = "caisse-validate",
    mixinStandardHelpOptions = true,
    version = "caisse-validate 0.1",
    description = {
      "Check files of declarations or invoices before they are sent: form, control totals, dates,"
          + " doubles, amounts;",
      "the same rules and words as an intake, without a database. What is to be corrected goes to",
      "FILE-rejects.xlsx and FILE-rejects.csv. Exit code 1 when anything would be refused."
    })
public final class ValidateMain implements Callable<Integer> {

  private static final int USAGE = 2;
  private static final int FAILED = 3;

  @Spec private CommandSpec spec;
  @Mixin private FileValidation.Options options;

  @Option(
      names = "--home",
      paramLabel = "DIR",
      defaultValue = ".",
      description = "folder with packs, formats and senders of a fund, if there is one")
  private Path home;

  @Option(
      names = "--lang",
      paramLabel = "fr|en",
      defaultValue = "fr",
      description = "default: ${DEFAULT-VALUE}")
  private String lang;

  @Option(names = "--json", description = "print JSON, for machines")
  private boolean json;

  public static void main(String[] arguments) {
    CommandLine line = new CommandLine(new ValidateMain());
    line.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
    line.setExecutionExceptionHandler(
        (failure, command, parsed) -> {
          command.getErr().println("caisse-validate failed: " + failure);
          return FAILED;
        });
    System.exit(line.execute(arguments));
  }

  @Override
  public Integer call() throws IOException {
    Language language = Language.ofCode(lang).orElse(null);
    if (language == null) {
      spec.commandLine().getErr().println("--lang " + lang + ": fr or en");
      return USAGE;
    }
    return new FileValidation(options, home, language, json, spec.commandLine()).run();
  }
}
