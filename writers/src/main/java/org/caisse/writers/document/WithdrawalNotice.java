package org.caisse.writers.document;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.caisse.config.text.Amounts;
import org.caisse.config.text.Messages;
import org.caisse.domain.contribution.WithdrawalEffect;
import org.caisse.domain.document.DocumentNumber;
import org.caisse.writers.file.TextBytes;

/**
 * The notice of a withdrawal: which file, why, what counts no more, and what its sender should do
 * next. A printable page.
 */
public final class WithdrawalNotice {

  private final Letterhead letterhead;
  private final Messages messages;
  private final Amounts amounts;
  private final Template page;

  /**
   * @param letterhead of the fund
   */
  public WithdrawalNotice(Letterhead letterhead) {
    this.letterhead = letterhead;
    this.messages = letterhead.messages();
    this.amounts = letterhead.amounts();
    this.page = Template.load("withdrawal.html", messages);
  }

  /**
   * The notice for a file.
   *
   * @param number its own
   * @return an HTML page in UTF-8
   */
  public byte[] of(DocumentNumber number, WithdrawnFile file) {
    TextBytes out = new TextBytes();
    head(out, number, file);
    fill(out, "next");
    steps(file).forEach(step -> fill(out, "step", step));
    fill(out, "next_end");
    fill(out, "counts");
    if (file.invoices() != null) {
      count(out, "withdrawal.invoices", amounts.count(file.invoices().filed()));
      count(out, "withdrawal.lines", amounts.count(file.invoices().lines()));
      count(out, "withdrawal.charged", amounts.money(file.invoices().chargedMinor()));
      fill(out, "counts_end");
    } else if (file.declarations() == null) {
      count(out, "withdrawal.versions", amounts.count(file.registry().versions()));
      fill(out, "counts_end");
    } else {
      counts(out, file.declarations());
    }
    fill(out, "end");
    return out.toBytes();
  }

  private void head(TextBytes out, DocumentNumber number, WithdrawnFile file) {
    fill(
        out,
        "head",
        letterhead.language().code(),
        file.name(),
        letterhead.fundName(),
        number.toString(),
        file.reference(),
        amounts.date(file.withdrawnOn()));
    if (letterhead.isMarked()) {
      fill(out, "mark", letterhead.warning());
    }
    fill(
        out,
        "file",
        file.name(),
        amounts.date(file.receivedOn()),
        messages.get("ack.bytes", amounts.count(file.bytes())),
        file.sha256(),
        file.reason());
  }

  private void counts(TextBytes out, WithdrawnFile.Declarations declarations) {
    count(out, "ack.declarations", amounts.count(declarations.filed()));
    count(out, "ack.acceptedgross", amounts.money(declarations.acceptedMinor()));
    count(out, "ack.contributions", amounts.money(declarations.contributionsMinor()));
    fill(out, "counts_end");
    if (declarations.filed() == 0) {
      return;
    }
    fill(out, "effects");
    for (Map.Entry<WithdrawalEffect, Integer> effect : declarations.effects().entrySet()) {
      if (effect.getKey() != WithdrawalEffect.NOTHING) {
        count(out, "withdrawal.effect." + effect.getKey(), amounts.count(effect.getValue()));
      }
    }
    fill(out, "counts_end");
  }

  private List<String> steps(WithdrawnFile file) {
    List<String> steps = new ArrayList<>();
    WithdrawnFile.Declarations declarations = file.declarations();
    if (file.invoices() != null) {
      steps.add(messages.get("withdrawal.next.invoices"));
      steps.add(messages.get("withdrawal.next.invoices_again"));
      return steps;
    }
    if (declarations == null) {
      steps.add(messages.get("withdrawal.next.registry"));
      if (!file.registry().repeating().isEmpty()) {
        steps.add(
            messages.get(
                "withdrawal.next.repeating", String.join(", ", file.registry().repeating())));
      }
      steps.add(messages.get("withdrawal.next.again"));
      return steps;
    }
    if (declarations.filed() == 0) {
      steps.add(messages.get("withdrawal.next.nothing"));
      return steps;
    }
    steps.add(messages.get("withdrawal.next.reversed", months(declarations.months())));
    steps.add(messages.get("withdrawal.next.list", declarations.listFile()));
    if (declarations.effects().containsKey(WithdrawalEffect.MISSING)) {
      steps.add(messages.get("withdrawal.next.missing"));
    }
    if (declarations.refusedForThem() > 0) {
      steps.add(
          messages.get("withdrawal.next.refused", amounts.count(declarations.refusedForThem())));
    }
    steps.add(messages.get("withdrawal.next.again"));
    return steps;
  }

  private String months(List<LocalDate> months) {
    return months.stream().map(amounts::month).collect(Collectors.joining(", "));
  }

  private void count(TextBytes out, String key, String number) {
    fill(out, "count", messages.get(key), number);
  }

  private void fill(TextBytes out, String block, String... values) {
    page.block(block).fill(out, values);
  }
}
