package org.caisse.app.generate;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.caisse.domain.contribution.AssessContribution;
import org.caisse.domain.contribution.DeclarationFold;
import org.caisse.domain.contribution.DeclarationKind;
import org.caisse.domain.contribution.DeclarationRecord;
import org.caisse.domain.contribution.DeclarationStatus;
import org.caisse.domain.contribution.DeclarationVerdict;
import org.caisse.domain.contribution.EarlierFilings;
import org.caisse.domain.contribution.EmployerFacts;
import org.caisse.domain.contribution.EmployerMonthFacts;
import org.caisse.domain.contribution.EmployerMonthVerdict;
import org.caisse.domain.contribution.JudgeEmployerMonth;
import org.caisse.domain.pack.Law;
import org.caisse.domain.pack.Shares;
import org.caisse.domain.reject.Reject;

/** A generated fund as the rules of {@code domain} see it, in the shape of the truth files. */
final class JudgedFund {

  /** What counts of an employer. */
  private record Filed(
      LocalDate first, int sequence, boolean nil, int persons, long baseMinor, Shares shares) {}

  private final Law law;
  private final Path fund;
  private final ReadBack reader;
  private final LocalDate period;
  private final Map<String, String> filedContents = new HashMap<>();
  private final Map<String, Filed> filed = new TreeMap<>();
  private final List<String> rejects = new ArrayList<>();
  private final List<String> files = new ArrayList<>();

  JudgedFund(Law law, Path fund, LocalDate period) throws IOException {
    this.law = law;
    this.fund = fund;
    this.reader = new ReadBack(fund);
    this.period = period;
  }

  /** Rows of {@code rejects.csv} so far. */
  List<String> rejects() {
    return rejects;
  }

  /** Rows of {@code files.csv} so far. */
  List<String> files() {
    return files;
  }

  /** Takes in one file. */
  void read(String path, LocalDate received) throws IOException {
    new OneFile(path, received).read();
  }

  /** Rows of {@code employers-DATE.csv} for what was taken in so far. */
  List<String> employers() {
    List<String> rows = new ArrayList<>();
    for (EmployerFacts employer : reader.employers().values()) {
      if (employer.activeIn(period)) {
        rows.add(employer(employer));
      }
    }
    return rows;
  }

  private String employer(EmployerFacts employer) {
    Filed found = filed.get(employer.employerNo());
    Filed last = found == null ? new Filed(null, 0, false, 0, 0, Shares.NOTHING) : found;
    EmployerMonthVerdict verdict =
        JudgeEmployerMonth.judge(
            new EmployerMonthFacts(
                employer,
                period,
                last.first(),
                last.nil(),
                last.persons(),
                last.baseMinor(),
                last.shares(),
                List.of(),
                0),
            law);
    String state =
        switch (verdict.state()) {
          case DECLARED -> "declared";
          case NIL -> "nil";
          case MISSING -> "missing";
          case DEFAULT -> "default";
        };
    return row(
        employer.employerNo(),
        state,
        last.persons(),
        last.baseMinor(),
        last.shares().employerMinor(),
        last.shares().insuredMinor(),
        verdict.monthsLate(),
        verdict.surchargeMinor());
  }

  /** Rows of {@code flat-DATE.csv}, in alphabetical order. */
  List<String> flat() {
    Map<String, long[]> sums = new TreeMap<>();
    for (ReadBack.Person person : reader.persons().values()) {
      boolean known =
          !person.validFrom().isAfter(period)
              && (person.validTo() == null || person.validTo().isAfter(period));
      if (!person.population().isEmpty() && known) {
        long amount =
            AssessContribution.assess(
                    law.contribution(person.population(), period).orElseThrow(), 0)
                .totalMinor();
        long[] sum =
            sums.computeIfAbsent(person.population() + ';' + person.ogd(), k -> new long[2]);
        sum[0]++;
        sum[1] += amount;
      }
    }
    return sums.entrySet().stream()
        .map(e -> row(e.getKey(), e.getValue()[0], e.getValue()[1]))
        .toList();
  }

  static String row(Object... fields) {
    List<String> texts = new ArrayList<>();
    for (Object field : fields) {
      texts.add(field.toString());
    }
    return String.join(";", texts);
  }

  /** One file, read from top to bottom. */
  private final class OneFile {

    private final String path;
    private final LocalDate received;
    private final DeclarationFold fold;
    private final List<String> openRejects = new ArrayList<>();
    private final StringBuilder content = new StringBuilder();
    private int persons;
    private long baseMinor;
    private int blank;
    private int declarations;
    private final int[] statuses = new int[DeclarationStatus.values().length];
    private int accepted;
    private int rejected;
    private long acceptedMinor;

    OneFile(String path, LocalDate received) {
      this.path = path;
      this.received = received;
      this.fold = new DeclarationFold(law, received, 0);
    }

    void read() throws IOException {
      List<String> lines = ReadBack.lines(fund.resolve(path));
      for (int i = 1; i < lines.size(); i++) {
        if (lines.get(i).isEmpty()) {
          blank++;
        } else {
          take(reader.record(i + 1, lines.get(i)), lines.get(i));
        }
      }
      close();
      files.add(
          row(
              path,
              lines.size(),
              blank,
              declarations,
              statuses[0],
              statuses[1],
              statuses[2],
              accepted,
              rejected,
              acceptedMinor));
    }

    private void take(DeclarationRecord record, String line) {
      switch (record) {
        case DeclarationRecord.Header header -> {
          close();
          fold.open(header, EarlierFilings.NONE);
          content.append(line);
        }
        case DeclarationRecord.Line person -> {
          content.append(line);
          judged(fold.line(person));
        }
        case DeclarationRecord.Unreadable unreadable -> {
          content.append(line);
          fold.unreadable();
          openRejects.add(row(path, unreadable.lineNo(), unreadable.problem().code()));
        }
      }
    }

    private void judged(DeclarationFold.JudgedLine judged) {
      if (judged.verdict() == null) {
        return;
      }
      if (judged.verdict().accepted()) {
        persons += judged.facts().earlierSpells() == 0 ? 1 : 0;
        baseMinor += judged.verdict().baseMinor();
      } else {
        openRejects.add(row(path, judged.line().lineNo(), judged.verdict().code()));
      }
    }

    private void close() {
      if (!fold.isOpen()) {
        return;
      }
      DeclarationRecord.Header header = fold.header();
      String key = header.employerNo() + header.periodStart() + header.sequence();
      DeclarationVerdict verdict = fold.close(filedContents.get(key), content.toString());
      declarations++;
      statuses[place(verdict.status())]++;
      accepted += verdict.accepted();
      rejected += verdict.rejected();
      acceptedMinor += verdict.acceptedGrossMinor();
      Reject reject = verdict.reject();
      if (reject != null) {
        rejects.add(row(path, reject.lineNo(), reject.code()));
      } else if (verdict.status() == DeclarationStatus.FILED) {
        rejects.addAll(openRejects);
        filedContents.put(key, content.toString());
        file(header, verdict);
      }
      openRejects.clear();
      content.setLength(0);
      persons = 0;
      baseMinor = 0;
    }

    private void file(DeclarationRecord.Header header, DeclarationVerdict verdict) {
      Filed before = filed.get(header.employerNo());
      LocalDate first = before == null ? received : before.first();
      if (before == null || before.sequence() < header.sequence()) {
        boolean nil = header.kind() == DeclarationKind.NIL;
        filed.put(
            header.employerNo(),
            new Filed(first, header.sequence(), nil, persons, baseMinor, verdict.shares()));
      }
    }

    private static int place(DeclarationStatus status) {
      return switch (status) {
        case FILED -> 0;
        case REFUSED -> 1;
        case REPEATED -> 2;
      };
    }
  }
}
