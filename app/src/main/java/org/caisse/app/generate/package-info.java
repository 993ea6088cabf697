/**
 * A made-up fund of any size, with the truth about it: registry and declaration files, and what a
 * correct contribution month must find in them. Everything is a pure function of the seed and an
 * index, so nothing is held but a few numbers per employer, and the same options give the same
 * bytes on any machine. The truth is computed here on its own, never with the rules of {@code
 * domain}, so that the two can be compared.
 *
 * <p>With a share of mess, senders use forms of their own ({@link
 * org.caisse.app.generate.SenderForm}), described in {@code senders} where a mapping is needed;
 * some forget a person, who comes later as a complement; and refused lines come back in a corrected
 * reject file. All of that is written without any code that reads or writes it elsewhere.
 *
 * <p>Files of the truth, all with {@code ;} and a header line, amounts in whole francs:
 *
 * <dl>
 *   <dt>{@code files.csv}
 *   <dd>per declaration file, in the order of receipt. {@code lines} counts all physical lines, or
 *       rows of a sheet, header and blank ones included; {@code rejected_lines} includes the lines
 *       of refused declarations; lines of a repeated declaration are neither accepted nor rejected
 *   <dt>{@code rejects.csv}
 *   <dd>a row per line refused on its own, and one per refused declaration at the line that opens
 *       it
 *   <dt>{@code rates.csv}
 *   <dd>per code the stated rate, per million lines or employers, and how often it was written
 *   <dt>{@code employers-DATE.csv}
 *   <dd>every employer affiliated in the month, by number, once everything received up to that day
 *       is assessed
 *   <dt>{@code totals-DATE.csv}
 *   <dd>per body and population, flat amounts included; who has two employers counts twice
 *   <dt>{@code flat-DATE.csv}
 *   <dd>per population that owes a flat amount: persons known on the first day of the month
 *   <dt>{@code invoices.csv}, {@code invoice-rejects.csv}, {@code invoice-codes.csv}
 *   <dd>per file of invoices what their intake takes; per line that it refuses the code; per code
 *       how many
 *   <dt>{@code claims-DATE.csv}
 *   <dd>every line that counts once everything received up to that day is decided and told: where
 *       it stands, {@code status}, {@code charged}, {@code copay}, {@code shares} of payers in
 *       their order ({@code amu=2100 elderly=450}), {@code reductions} with code and bearer ({@code
 *       ABOVE_TARIFF/PATIENT=500}); charged = co-payment + shares + reductions
 *   <dt>{@code claims-totals-DATE.csv}
 *   <dd>their sums: by what and status, lines and amount
 *   <dt>{@code claims-mess.csv}
 *   <dd>what is peculiar about a line
 * </dl>
 *
 * <p>Of care, too, the law is written down apart ({@link org.caisse.app.generate.CareRules}), in
 * whole numbers with the settings of the demonstration; rights, prices, limits in the order of care
 * and what is freed when an invoice is replaced are worked out line by line, in the plainest way.
 * That holds all lines in memory: of more than a million lines it is not told what is decided.
 */
package org.caisse.app.generate;
