package org.caisse.app;

import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.caisse.jobs.run.UsageException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Says to whom a receipt belongs. */
@Command(
    name = "settle",
    description =
        "Say to whom a receipt belongs, or take that back. One person is enough; it is kept with"
            + " the reason.")
final class SettleCommand implements Callable<Integer> {

  @ParentCommand private Caisse caisse;
  @Mixin private Decide decide;
  @Mixin private Reason reason;

  @Parameters(index = "0", paramLabel = "RECEIPT", description = "its number, like 12-3")
  private String receipt;

  @Option(
      names = "--to",
      paramLabel = "EMPLOYER|PERSON[/PERIOD]",
      description =
          "to whom it belongs, an employer or an insured person who pays himself, and, if it is"
              + " said, for which month: E000001/2026-02")
  private String to;

  @Option(
      names = "--pays",
      paramLabel = "COMPONENT",
      description =
          "what it pays first: contribution, late_declaration, late_payment, or closed_late (care"
              + " paid for days closed afterwards)")
  private String component;

  @Option(
      names = "--transfer-of",
      paramLabel = "BODY[/REMITTANCE]",
      description = "it is the transfer of a delegated body, of which remittance: CNSS/2026-03")
  private String transferOf;

  @Option(names = "--take-back", description = "it belongs to nobody again")
  private boolean takeBack;

  @Override
  public Integer call() {
    long said = Stream.of(to != null, transferOf != null, takeBack).filter(one -> one).count();
    if (said != 1) {
      throw new UsageException("say one of --to EMPLOYER, --transfer-of BODY and --take-back");
    }
    if (component != null && to == null) {
      throw new UsageException("--pays says what money of --to EMPLOYER pays first");
    }
    decide.with("receipt", receipt).with("reason", reason.text());
    if (to != null) {
      int slash = to.lastIndexOf('/');
      boolean month = slash > 0 && to.substring(slash + 1).matches("[0-9]{4}-[0-9]{2}");
      decide.with("employer", month ? to.substring(0, slash) : to);
      decide.with("period", month ? to.substring(slash + 1) : null);
      decide.with("component", component);
    }
    if (transferOf != null) {
      int slash = transferOf.indexOf('/');
      decide.with("ogd", slash < 0 ? transferOf : transferOf.substring(0, slash));
      decide.with("remittance", slash < 0 ? null : transferOf.substring(slash + 1));
    }
    return decide.keep(caisse, takeBack ? "unsettle" : "settle");
  }
}
