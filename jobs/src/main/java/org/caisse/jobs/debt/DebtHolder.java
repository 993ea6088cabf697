package org.caisse.jobs.debt;

import org.caisse.config.text.Messages;
import org.caisse.config.text.RightText;
import org.caisse.jobs.run.RunContext;

/**
 * Through whom a debt is owed, for people: the code of the delegated body that collects, or that it
 * is care of closed days, and who had paid it.
 */
public final class DebtHolder {

  /** What stands before who had paid the care; no code of a body has it. */
  private static final String CARE = "care:";

  private final Messages messages;
  private final RightText rights;

  public DebtHolder(RunContext run) {
    this.messages = Messages.of("documents", run.run().language());
    this.rights = new RightText(run.run().language(), run.law().pack());
  }

  /** The words for what {@code open_debt} gives as body. */
  public String words(String body) {
    return body.startsWith(CARE)
        ? messages.get("debt.care", rights.payer(body.substring(CARE.length())))
        : body;
  }
}
