package org.caisse.app;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.caisse.config.text.Amounts;
import org.caisse.config.text.Messages;
import org.caisse.jobs.declaration.ValidateDeclarations;
import org.caisse.jobs.invoice.ValidateInvoices;
import org.caisse.jobs.received.SentFile;

/**
 * What a check found of a file, whatever it is about.
 *
 * @param file what it is and how it was read
 * @param about {@code declarations} or {@code invoices}: the ending of its messages
 * @param counts of it, by their names for programs, in the order in which the message says them;
 *     the last one is an amount in minor units
 * @param repetitions the first invoices that say once more what one before them says
 */
record ValidatedFile(
    SentFile file,
    String about,
    Map<String, Long> counts,
    List<ValidateInvoices.Repetition> repetitions) {

  static ValidatedFile of(ValidateDeclarations.Validated found) {
    ValidateDeclarations.Tally tally = found.tally();
    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put("declarations", tally.declarations());
    counts.put("refused_declarations", tally.refused());
    counts.put("lines", tally.lines());
    counts.put("accepted", tally.accepted());
    counts.put("rejected", tally.rejected());
    counts.put("repeated", tally.repeatedLines());
    counts.put("gross_minor", tally.grossMinor());
    return new ValidatedFile(found.file(), "declarations", counts, List.of());
  }

  static ValidatedFile of(ValidateInvoices.Validated found) {
    ValidateInvoices.Tally tally = found.tally();
    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put("invoices", tally.invoices());
    counts.put("refused_invoices", tally.invoices() - tally.filed() - tally.repeated());
    counts.put("repeated_invoices", tally.repeated());
    counts.put("lines", tally.lines());
    counts.put("accepted", tally.accepted());
    counts.put("rejected", tally.rejected());
    counts.put("repeated", tally.lines() - tally.accepted() - tally.rejected());
    counts.put("accepted_minor", tally.acceptedMinor());
    counts.put("charged_minor", tally.chargedMinor());
    return new ValidatedFile(found.file(), "invoices", counts, found.repetitions());
  }

  /** The counts in words. */
  String words(Messages messages, Amounts amounts) {
    List<String> shown =
        counts.entrySet().stream()
            .map(
                count ->
                    count.getKey().endsWith("_minor")
                        ? amounts.money(count.getValue())
                        : amounts.count(count.getValue()))
            .toList();
    return messages.get("validate.counts." + about, shown.toArray());
  }
}
