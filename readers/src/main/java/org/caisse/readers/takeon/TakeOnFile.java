package org.caisse.readers.takeon;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.caisse.config.format.FileKind;
import org.caisse.readers.registry.RegistryFile;
import org.caisse.readers.registry.RowFields;

/** Opens the files with which a fund changes over, whose rows are read one by one. */
public final class TakeOnFile {

  private static final int MAX_REFERENCE = 64;
  private static final int MAX_NAME = 140;
  private static final int MAX_TEXT = 500;
  private static final int MAX_MONTHS = 1_200;

  private static final List<String> RECORDS = List.of("D", "A", "S", "G");
  private static final List<String> COMPONENTS =
      List.of("CONTRIBUTION", "LATE_DECLARATION", "LATE_PAYMENT");
  private static final List<String> BASES = List.of("DECLARED", "ASSESSED", "PAID");
  private static final List<String> CONTROLS =
      List.of("SECTION", "FILE", "REGISTRY", "EMPLOYER", "ACCOUNT");

  private final int decimals;

  private TakeOnFile(int decimals) {
    this.decimals = decimals;
  }

  /**
   * Opens one.
   *
   * @param kind what it holds
   * @param decimals of the currency's minor unit
   * @throws IllegalArgumentException when it is no file of a take-on
   */
  public static RegistryFile<TakeOnLine> open(FileKind kind, Path file, int decimals)
      throws IOException {
    TakeOnFile typing = new TakeOnFile(decimals);
    Function<RowFields, TakeOnLine> rows =
        switch (kind) {
          case OPENING_BALANCES -> typing::balance;
          case EARLIER_CONTRIBUTIONS -> typing::contribution;
          case EARLIER_RIGHTS -> typing::right;
          case TAKE_ON_CONTROL -> typing::total;
          default -> throw new IllegalArgumentException("a take-on reads no file of kind " + kind);
        };
    return RegistryFile.of(file, kind.header(), rows);
  }

  private TakeOnLine balance(RowFields row) {
    return switch (row.required(0, 1).isEmpty() ? "" : row.oneOf(0, RECORDS)) {
      case "A" -> money(row, row.identifier(1));
      case "S" -> money(row, "");
      case "G" -> {
        String account = row.required(7, MAX_REFERENCE);
        long amount = row.requiredAmountMinor(10, decimals);
        if (amount == 0) {
          row.invalid(10, "<> 0");
        }
        yield new TakeOnLine.Account(account, amount);
      }
      default -> debt(row);
    };
  }

  private TakeOnLine debt(RowFields row) {
    String employer = row.identifier(1);
    String ogd = row.identifier(2);
    LocalDate period = row.month(3);
    String component = row.required(4, MAX_REFERENCE);
    row.oneOf(4, COMPONENTS);
    LocalDate due = row.day(5);
    LocalDate lateFrom = row.optionalDay(6);
    if (due != null && lateFrom != null && lateFrom.isBefore(due)) {
      row.invalid(6, ">= " + due);
    }
    return new TakeOnLine.Debt(
        employer, ogd, period, component, due, lateFrom == null ? due : lateFrom, positive(row));
  }

  private TakeOnLine money(RowFields row, String employer) {
    return new TakeOnLine.Money(
        employer,
        row.required(7, MAX_REFERENCE),
        row.required(8, MAX_REFERENCE),
        row.day(9),
        positive(row),
        row.text(11, MAX_REFERENCE),
        row.text(12, MAX_NAME),
        row.text(13, MAX_TEXT));
  }

  private long positive(RowFields row) {
    long amount = row.requiredAmountMinor(10, decimals);
    if (amount <= 0) {
      row.invalid(10, "> 0");
    }
    return amount;
  }

  private TakeOnLine contribution(RowFields row) {
    return new TakeOnLine.Contribution(
        row.identifier(0),
        row.identifier(1),
        row.month(2),
        row.positiveAmountMinor(3, decimals),
        row.positiveAmountMinor(4, decimals),
        row.positiveAmountMinor(5, decimals),
        row.positiveAmountMinor(6, decimals));
  }

  private TakeOnLine right(RowFields row) {
    String person = row.identifier(0);
    LocalDate from = row.day(1);
    LocalDate to = row.optionalDayAfter(2, from);
    row.required(3, MAX_REFERENCE);
    Integer months = row.wholeNumber(3);
    if (months != null && months > MAX_MONTHS) {
      row.invalid(3, "<= " + MAX_MONTHS);
    }
    row.required(4, MAX_REFERENCE);
    return new TakeOnLine.Right(person, from, to, months == null ? 0 : months, row.oneOf(4, BASES));
  }

  private TakeOnLine total(RowFields row) {
    row.required(0, MAX_REFERENCE);
    return new TakeOnLine.Total(
        row.oneOf(0, CONTROLS),
        row.required(1, MAX_REFERENCE),
        row.wholeNumber(2),
        row.amountMinor(3, decimals));
  }
}
