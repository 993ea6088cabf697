package org.caisse.app.generate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.caisse.domain.contribution.DeclarationKind;
import org.caisse.domain.contribution.DeclarationRecord;
import org.caisse.domain.contribution.EmployerFacts;
import org.caisse.domain.reject.Reject;
import org.caisse.domain.reject.RejectCode;

/** A plain reader of generated files, as small as a test needs it. */
final class ReadBack {

  /** A person of the registry. */
  record Person(int index, String population, String ogd, LocalDate validFrom, LocalDate validTo) {}

  private static final int FIELDS = 12;
  private static final int LONGEST_LINE = 4096;

  private final Map<String, EmployerFacts> employers = new TreeMap<>();
  private final Map<String, Person> persons = new HashMap<>();

  ReadBack(Path fund) throws IOException {
    for (List<String> row : rows(fund.resolve("registry/employers.csv"))) {
      EmployerFacts facts =
          new EmployerFacts(
              employers.size(),
              row.get(0),
              row.get(2),
              row.get(3),
              LocalDate.parse(row.get(4)),
              dayOrNull(row.get(5)));
      employers.put(row.get(0), facts);
    }
    for (List<String> row : rows(fund.resolve("registry/persons.csv"))) {
      LocalDate from = LocalDate.parse(row.get(7));
      Person person =
          new Person(persons.size(), row.get(5), row.get(6), from, dayOrNull(row.get(8)));
      persons.put(row.get(0), person);
    }
  }

  Map<String, EmployerFacts> employers() {
    return employers;
  }

  Map<String, Person> persons() {
    return persons;
  }

  /** Physical lines of a file, without a byte order mark. */
  static List<String> lines(Path file) throws IOException {
    String text = Files.readString(file, StandardCharsets.UTF_8);
    return (text.startsWith("\uFEFF") ? text.substring(1) : text).lines().toList();
  }

  /** Rows below the header of a file. */
  static List<List<String>> rows(Path file) throws IOException {
    return lines(file).stream().skip(1).map(ReadBack::split).toList();
  }

  /** Fields of a line, or null when a quote is not closed. */
  static List<String> split(String line) {
    List<String> fields = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
        field.append('"');
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (c == ';' && !quoted) {
        fields.add(field.toString());
        field.setLength(0);
      } else {
        field.append(c);
      }
    }
    fields.add(field.toString());
    return quoted ? null : fields;
  }

  /** Types a line of a declaration file. */
  DeclarationRecord record(int lineNo, String line) {
    if (line.getBytes(StandardCharsets.UTF_8).length > LONGEST_LINE) {
      return unreadable(lineNo, RejectCode.LINE_TOO_LONG);
    }
    List<String> fields = split(line);
    if (fields == null) {
      return unreadable(lineNo, RejectCode.LINE_UNREADABLE);
    }
    if (fields.size() != FIELDS) {
      return unreadable(lineNo, RejectCode.FIELD_COUNT);
    }
    return switch (fields.get(0)) {
      case "D" -> header(lineNo, fields);
      case "L" -> person(lineNo, fields);
      default -> unreadable(lineNo, RejectCode.RECORD_UNKNOWN);
    };
  }

  private static DeclarationRecord unreadable(int lineNo, RejectCode code) {
    return new DeclarationRecord.Unreadable(lineNo, false, new Reject(lineNo, code, "", ""));
  }

  private DeclarationRecord header(int lineNo, List<String> f) {
    RejectCode problem = null;
    LocalDate period = month(f.get(2));
    DeclarationKind kind = DeclarationKind.ofCode(f.get(3)).orElse(null);
    long sequence = digits(f.get(4));
    long count = digits(f.get(5));
    long gross = digits(f.get(11));
    if (period == null) {
      problem = RejectCode.PERIOD_INVALID;
    } else if (kind == null) {
      problem = RejectCode.KIND_UNKNOWN;
    } else if (sequence < 1) {
      problem = RejectCode.SEQUENCE_INVALID;
    } else if (count < 0 || gross < 0) {
      problem = RejectCode.TOTALS_UNREADABLE;
    }
    return new DeclarationRecord.Header(
        lineNo,
        f.get(1),
        employers.get(f.get(1)),
        period,
        kind,
        (int) sequence,
        (int) count,
        gross,
        problem == null ? null : new Reject(lineNo, problem, "", ""));
  }

  private DeclarationRecord person(int lineNo, List<String> f) {
    Person person = persons.get(f.get(6));
    boolean readable = f.get(11).matches("-?[0-9]+");
    boolean dates = isDay(f.get(8)) && isDay(f.get(9));
    RejectCode problem = null;
    if (f.get(6).isEmpty()) {
      problem = RejectCode.PERSON_MISSING;
    } else if (!dates) {
      problem = RejectCode.DATE_UNREADABLE;
    } else if (!readable) {
      problem = RejectCode.GROSS_UNREADABLE;
    }
    return new DeclarationRecord.Line(
        lineNo,
        f.get(1),
        month(f.get(2)),
        f.get(6),
        person == null ? -1 : person.index(),
        person == null ? 0 : (int) person.validFrom().toEpochDay(),
        person == null || person.validTo() == null
            ? Integer.MAX_VALUE
            : (int) person.validTo().toEpochDay(),
        dates ? epochDay(f.get(8)) : DeclarationRecord.Line.OPEN,
        dates ? epochDay(f.get(9)) : DeclarationRecord.Line.OPEN,
        f.get(10).isEmpty() ? DeclarationRecord.Line.BLANK : Integer.parseInt(f.get(10)),
        readable ? Long.parseLong(f.get(11)) : 0,
        readable,
        problem == null ? null : new Reject(lineNo, problem, "", ""));
  }

  private static boolean isDay(String text) {
    try {
      dayOrNull(text);
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }

  private static LocalDate dayOrNull(String text) {
    return text.isEmpty() ? null : LocalDate.parse(text);
  }

  private static int epochDay(String text) {
    LocalDate day = dayOrNull(text);
    return day == null ? DeclarationRecord.Line.OPEN : (int) day.toEpochDay();
  }

  private static LocalDate month(String text) {
    try {
      return YearMonth.parse(text).atDay(1);
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static long digits(String text) {
    return text.matches("[0-9]{1,18}") ? Long.parseLong(text) : -1;
  }
}
