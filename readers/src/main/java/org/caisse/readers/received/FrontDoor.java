package org.caisse.readers.received;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.caisse.config.format.FileKind;
import org.caisse.config.format.FormatDescription;
import org.caisse.config.format.FormatField;
import org.caisse.config.format.Formats;
import org.caisse.domain.reject.Reject;
import org.caisse.domain.reject.RejectCode;
import org.caisse.readers.line.FormatHeader;
import org.caisse.readers.line.UnknownFormatException;
import org.caisse.readers.table.Cell;
import org.caisse.readers.table.DelimitedSource;
import org.caisse.readers.table.TableRow;
import org.caisse.readers.table.TableSource;
import org.caisse.readers.table.TextProfile;

/**
 * Recognises what a sender sent and turns it into Caisse's own file of that kind. Both are
 * functions of the file's bytes, its name and the formats alone.
 */
public final class FrontDoor {

  private static final List<String> SEPARATORS = List.of(";", ",", "\t", "|", "#~#");
  private static final int ROWS_BEFORE_TITLES = 30;

  private final Formats formats;

  public FrontDoor(Formats formats) {
    this.formats = formats;
  }

  /**
   * Decides what a file is.
   *
   * @param content its bytes, wherever they are kept
   * @param fileName the name under which its sender sent it
   * @param kind what it is about
   * @return with a question when it is refused
   */
  public Recognition recognise(Path content, String fileName, FileKind kind) throws IOException {
    if (isOwn(content, kind)) {
      return Recognition.own(kind);
    }
    TextProfile profile = TextProfile.of(content);
    FormatDescription own = formats.own(kind);
    for (Charset encoding : profile.encodings().subList(0, 1)) {
      for (String separator : SEPARATORS) {
        Recognition found = titles(content, kind, profile, encoding, separator, own);
        if (found != null) {
          return found;
        }
      }
    }
    return Recognition.refused(
        kind,
        FileForm.UNKNOWN,
        new Question(RejectCode.HEADER_UNKNOWN, 1, "", fileName, kind.header()));
  }

  /**
   * Turns a file into Caisse's own of its kind.
   *
   * @param recognition of this content, neither {@link Recognition#own()} nor with a question
   * @param canonical written anew
   * @param sourceMap written anew, for {@link SourceMap}
   */
  public Normalised normalise(Path content, Recognition recognition, Path canonical, Path sourceMap)
      throws IOException {
    if (recognition.own() || recognition.question() != null) {
      throw new IllegalArgumentException("there is nothing to normalise");
    }
    Map<String, String> titles = new TreeMap<>();
    recognition.columns().forEach(column -> titles.put(column.field(), column.title()));
    long blank = 0;
    long records = 0;
    long rows = 0;
    try (TableSource source =
            new DelimitedSource(
                content,
                Charset.forName(recognition.encoding()),
                recognition.carriageReturns(),
                recognition.separator());
        CanonicalWriter out =
            new CanonicalWriter(
                recognition.kind(), canonical, new SourceMapWriter(sourceMap, titles))) {
      TableRow row;
      while ((row = source.next()) != null) {
        rows++;
        if (row.rowNo() <= recognition.titleRow()) {
          continue;
        }
        if (row.isBlank()) {
          blank++;
          continue;
        }
        records++;
        add(recognition, row, out);
      }
      return new Normalised(
          out.end(), rows, blank, rows - blank - records, records, 0, List.of(), null);
    }
  }

  private static void add(Recognition recognition, TableRow row, CanonicalWriter out)
      throws IOException {
    List<String> fields = new ArrayList<>();
    for (String column : recognition.kind().columns()) {
      fields.add(
          recognition.columns().stream()
              .filter(c -> c.field().equals(column))
              .map(c -> row.cell(c.position()).text())
              .findFirst()
              .orElse(""));
    }
    Reject problem = row.problem();
    int width = recognition.columns().stream().mapToInt(c -> c.position() + 1).max().orElse(0);
    if (problem == null && row.cells().size() != width) {
      problem =
          new Reject(
              row.rowNo(),
              RejectCode.FIELD_COUNT,
              "",
              Integer.toString(row.cells().size()),
              Integer.toString(width));
    }
    if (problem != null && recognition.kind() == FileKind.DECLARATION) {
      boolean opens = row.raw().startsWith("D" + recognition.separator());
      fields.set(0, opens ? "XD" : "X");
    }
    out.add(fields, problem, row.rowNo(), row.raw());
  }

  private static boolean isOwn(Path content, FileKind kind) throws IOException {
    try {
      return !FormatHeader.of(kind.header()).check(content).normalised();
    } catch (UnknownFormatException e) {
      return false;
    }
  }

  private static Recognition titles(
      Path content,
      FileKind kind,
      TextProfile profile,
      Charset encoding,
      String separator,
      FormatDescription format)
      throws IOException {
    try (TableSource source =
        new DelimitedSource(content, encoding, profile.carriageReturnsOnly(), separator)) {
      TableRow row;
      while ((row = source.next()) != null && row.rowNo() <= ROWS_BEFORE_TITLES) {
        List<RecognisedColumn> columns = columns(row, format);
        if (columns.size() == format.fields().size()) {
          return new Recognition(
              kind,
              FileForm.DELIMITED,
              format.id(),
              "",
              encoding.name(),
              profile.encodings().stream().skip(1).map(Charset::name).toList(),
              separator,
              profile.carriageReturnsOnly(),
              "",
              "",
              row.rowNo(),
              false,
              columns,
              Map.of(),
              List.of(),
              null);
        }
      }
      return null;
    }
  }

  private static List<RecognisedColumn> columns(TableRow row, FormatDescription format) {
    List<RecognisedColumn> columns = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < row.cells().size(); i++) {
      Cell cell = row.cells().get(i);
      String title = cell.text().strip().toLowerCase(Locale.ROOT);
      for (FormatField field : format.fields()) {
        if (field.title().equals(title) && seen.add(field.name())) {
          columns.add(new RecognisedColumn(field.name(), cell.text().strip(), i, "", ""));
        }
      }
    }
    return columns;
  }
}
