package org.caisse.readers.registry;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.caisse.domain.reject.Reject;
import org.caisse.readers.line.FileStart;
import org.caisse.readers.line.FormatHeader;
import org.caisse.readers.line.LineReject;
import org.caisse.readers.line.LineSource;
import org.caisse.readers.line.NormalisedHeader;
import org.caisse.readers.line.Position;
import org.caisse.readers.line.RawLines;
import org.caisse.readers.line.RecordParser;

/**
 * Reads a registry file line by line: typed rows and refused lines, in their order. Only what a row
 * says by itself is judged here; duplicates and codes that nobody knows are not.
 *
 * @param <T> what its rows are
 */
public final class RegistryFile<T> implements AutoCloseable {

  private static final FormatHeader OGDS = FormatHeader.of("ogd;name;valid_from;valid_to");
  private static final FormatHeader EMPLOYERS =
      FormatHeader.of("employer;name;population;ogd;valid_from;valid_to");
  private static final FormatHeader PERSONS =
      FormatHeader.of(
          "person;last_name;first_name;birth_date;sex;population;ogd;valid_from;valid_to");

  private static final FormatHeader IDENTIFIERS =
      FormatHeader.of("person;kind;value;valid_from;valid_to");

  private static final List<String> SEXES = List.of("M", "F");
  private static final int LINES_PER_BLOCK = 2_000;

  private final List<String> columns;
  private final boolean normalised;
  private final Function<RowFields, T> typing;
  private final LineSource source;
  private final RecordParser parser = new RecordParser();
  private final RawLines lines = new RawLines();
  private Position blockEnd;
  private int next;
  private int blankLines;

  private RegistryFile(
      Path file, Position start, FormatHeader header, Function<RowFields, T> typing)
      throws IOException {
    FileStart begins = header.check(file);
    this.normalised = begins.normalised();
    this.columns = header.columns();
    this.typing = typing;
    this.blockEnd = start.equals(Position.START) ? begins.body() : start;
    this.source = new LineSource(file, blockEnd);
  }

  /**
   * Opens a file of delegated bodies.
   *
   * @param start {@link Position#START}, or what {@link #position()} was once for this file
   * @throws org.caisse.readers.line.UnknownFormatException when its first line is another
   */
  public static RegistryFile<OgdRow> ogds(Path file, Position start) throws IOException {
    return new RegistryFile<>(file, start, OGDS, RegistryFile::ogd);
  }

  /**
   * Opens a file of another format whose rows are typed one by one; see {@link #ogds}.
   *
   * @param header its first line
   * @param typing of a row that has as many fields as columns
   */
  public static <T> RegistryFile<T> of(Path file, String header, Function<RowFields, T> typing)
      throws IOException {
    return new RegistryFile<>(file, Position.START, FormatHeader.of(header), typing);
  }

  /** Opens a file of employers; see {@link #ogds}. */
  public static RegistryFile<EmployerRow> employers(Path file, Position start) throws IOException {
    return new RegistryFile<>(file, start, EMPLOYERS, RegistryFile::employer);
  }

  /** Opens a file of persons; see {@link #ogds}. */
  public static RegistryFile<PersonRow> persons(Path file, Position start) throws IOException {
    return new RegistryFile<>(file, start, PERSONS, RegistryFile::person);
  }

  /** Opens a file of identifiers; see {@link #ogds}. */
  public static RegistryFile<IdentifierRow> identifiers(Path file) throws IOException {
    return new RegistryFile<>(file, Position.START, IDENTIFIERS, RegistryFile::identifier);
  }

  /** The next line that is not blank, or null at the end. */
  public RegistryLine<T> read() throws IOException {
    while (next == lines.count()) {
      if (next > 0) {
        parser.close();
      }
      boolean more = source.read(lines, LINES_PER_BLOCK);
      next = 0;
      blockEnd = lines.end();
      if (!more) {
        return null;
      }
      blankLines += lines.blankLines();
      if (lines.count() > 0) {
        parser.open(lines);
      }
    }
    int line = next++;
    return type(line, parser.next());
  }

  /** Where reading goes on after the line that was read last. */
  public Position position() {
    return next < lines.count() ? new Position(lines.offset(next), lines.lineNo(next)) : blockEnd;
  }

  /** Blank lines so far, up to the end of the block that is being read. */
  public int blankLines() {
    return blankLines;
  }

  @Override
  public void close() throws IOException {
    source.close();
  }

  private RegistryLine<T> type(int line, String[] values) {
    Reject unreadable = LineReject.of(lines, line, values, columns.size(), normalised);
    if (unreadable != null) {
      return new RegistryLine.Refused<>(lines.text(line), unreadable);
    }
    Reject problem = NormalisedHeader.problem(lines.lineNo(line), values, columns.size());
    RowFields fields = new RowFields(lines.lineNo(line), columns, values, problem);
    T row = typing.apply(fields);
    return fields.reject() == null
        ? new RegistryLine.Row<>(lines.lineNo(line), lines.text(line), row)
        : new RegistryLine.Refused<>(lines.text(line), fields.reject());
  }

  private static OgdRow ogd(RowFields fields) {
    String ogd = fields.identifier(0);
    String name = fields.name(1);
    LocalDate from = fields.day(2);
    return new OgdRow(ogd, name, from, fields.optionalDayAfter(3, from));
  }

  private static EmployerRow employer(RowFields fields) {
    String employer = fields.identifier(0);
    String name = fields.name(1);
    String population = fields.identifier(2);
    String ogd = fields.identifier(3);
    LocalDate from = fields.day(4);
    return new EmployerRow(employer, name, population, ogd, from, fields.optionalDayAfter(5, from));
  }

  private static IdentifierRow identifier(RowFields fields) {
    String person = fields.identifier(0);
    String kind = fields.identifier(1);
    fields.oneOf(1, IdentifierRow.KINDS);
    String value = fields.identifier(2);
    LocalDate from = fields.day(3);
    return new IdentifierRow(person, kind, value, from, fields.optionalDayAfter(4, from));
  }

  private static PersonRow person(RowFields fields) {
    String person = fields.identifier(0);
    String lastName = fields.name(1);
    String firstName = fields.optionalName(2);
    LocalDate birthDate = fields.optionalDay(3);
    String sex = fields.oneOf(4, SEXES);
    fields.together(5, 6);
    String population = fields.optionalIdentifier(5);
    String ogd = fields.optionalIdentifier(6);
    LocalDate from = fields.day(7);
    return new PersonRow(
        person,
        lastName,
        firstName,
        birthDate,
        sex,
        population,
        ogd,
        from,
        fields.optionalDayAfter(8, from));
  }
}
