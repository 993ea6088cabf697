package org.caisse.app.generate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Writes a bank statement with what persons pay who owe a flat amount themselves, and what has to
 * become of each line: in time, late, in part, taken back by the bank, under a number that nobody
 * has, and by indigents, of whom nothing is asked. Nearly one in four pays nothing.
 */
final class OwnPayments {

  /** Folder below the fund and the inbox, with one folder a day of receipt. */
  static final String FOLDER = "receipts";

  private static final int DAY_OF_RECEIPT = 10;
  private static final int LAST_DAYS = 9;
  private static final int INDIGENT_ONE_IN = 40;
  private static final String ACCOUNT = "BK1";
  private static final long OPENING = 1_000_000;

  private final Fund fund;
  private final Path out;
  private final LocalDate day;
  private final List<Scheme.Member> members;

  /** What has to become of a line. */
  private enum Becomes {
    /** It pays what the person owes. */
    PAYS,
    /** The bank took it back: it pays nothing. */
    TAKEN_BACK,
    /** It takes another line back. */
    TAKES_BACK,
    /** Nobody has the number. */
    NOBODY,
    /** Nothing is asked of the person himself. */
    OWES_NOTHING
  }

  private record Line(
      int day, String ref, long number, long amount, String takesBack, Becomes becomes) {}

  OwnPayments(Fund fund, Path out) {
    this.fund = fund;
    this.out = out;
    YearMonth month = fund.month().month();
    this.day = month.plusMonths(1).atDay(DAY_OF_RECEIPT);
    this.members = fund.options().scheme().members(month);
  }

  void write() throws IOException {
    if (fund.heads().flat() == 0) {
      return;
    }
    List<Line> lines = lines();
    Path folder = out.resolve(FOLDER).resolve(day.toString());
    Files.createDirectories(folder);
    try (CsvFile file = new CsvFile(folder.resolve("bank-%s.csv".formatted(ACCOUNT)))) {
      bank(file, lines);
    }
    try (CsvFile file =
        new CsvFile(out.resolve("truth").resolve("own-payments-%s.csv".formatted(day)))) {
      file.line("reference;person;amount;becomes");
      for (Line line : lines) {
        file.put(line.ref()).next().put('P').put(line.number(), 8).next();
        file.put(line.amount()).next().put(line.becomes().name()).endLine();
      }
    }
  }

  private List<Line> lines() {
    List<Line> lines = new ArrayList<>();
    for (int place = 0; place < fund.heads().flat(); place++) {
      int person = fund.heads().declared() + place;
      if (fund.persons().owesFlat(person)) {
        Scheme.Member member = members.get(fund.options().scheme().member(fund.heads(), place));
        if (member.state()) {
          indigent(person, member, lines);
        } else {
          payer(person, member, lines);
        }
      }
    }
    lines.sort(Comparator.comparing(Line::day).thenComparing(Line::ref));
    return lines;
  }

  private void indigent(int person, Scheme.Member member, List<Line> lines) {
    if (Draw.OWN_PAYMENT.below(INDIGENT_ONE_IN, fund.options().seed(), person) == 0) {
      lines.add(line(person, 'V', inMonth(person), member.each(), "", Becomes.OWES_NOTHING));
    }
  }

  private void payer(int person, Scheme.Member member, List<Line> lines) {
    int drawn = Draw.OWN_PAYMENT.below(1000, fund.options().seed(), person);
    long each = member.each();
    if (drawn < 500) {
      lines.add(line(person, 'V', inMonth(person), each, "", Becomes.PAYS));
    } else if (drawn < 640) {
      lines.add(line(person, 'V', afterMonth(person), each, "", Becomes.PAYS));
    } else if (drawn < 720) {
      lines.add(line(person, 'V', inMonth(person), each / 2, "", Becomes.PAYS));
    } else if (drawn < 730) {
      Line paid = line(person, 'V', inMonth(person), each, "", Becomes.TAKEN_BACK);
      lines.add(paid);
      lines.add(line(person, 'R', afterMonth(person), each, paid.ref(), Becomes.TAKES_BACK));
    } else if (drawn < 770) {
      long wrong = fund.persons().wrongNumber(person, drawn);
      lines.add(new Line(inMonth(person), ref('V', person), wrong, each, "", Becomes.NOBODY));
    }
  }

  private Line line(
      int person, char series, int on, long amount, String takesBack, Becomes becomes) {
    return new Line(
        on, ref(series, person), fund.persons().number(person), amount, takesBack, becomes);
  }

  private String ref(char series, int person) {
    return "%s%08d".formatted(series, fund.persons().number(person));
  }

  /** One of the last days of the month, on which it is paid in time. */
  private int inMonth(int person) {
    return fund.month().monthStart(1)
        - 1
        - Draw.OWN_PAYMENT_DAY.below(LAST_DAYS, fund.options().seed(), person);
  }

  /** One of the first days after it. */
  private int afterMonth(int person) {
    return fund.month().monthStart(1)
        + Draw.OWN_PAYMENT_DAY.below(LAST_DAYS, fund.options().seed(), person);
  }

  private void bank(CsvFile file, List<Line> lines) throws IOException {
    long closing = OPENING;
    for (Line line : lines) {
      closing += line.takesBack().isEmpty() ? line.amount() : -line.amount();
    }
    file.line(
        "record;account;booking_date;value_date;bank_ref;debit;credit;balance;payer_account;payer_name;text;takes_back;count;opening;closing");
    file.put("S;").put(ACCOUNT).put(";;;").put(day.toString()).put(";;;;;;;;");
    file.put(lines.size()).next().put(OPENING).next().put(closing).endLine();
    for (Line line : lines) {
      boolean back = !line.takesBack().isEmpty();
      file.put("R;").put(ACCOUNT).put(";;").day(line.day()).next().put(line.ref()).next();
      if (back) {
        file.put(line.amount()).put(";;;;;").put("impaye").next().put(line.takesBack());
      } else {
        file.next().put(line.amount()).put(";;;;").put("cotisation P").put(line.number(), 8).next();
      }
      file.put(";;;").endLine();
    }
  }
}
