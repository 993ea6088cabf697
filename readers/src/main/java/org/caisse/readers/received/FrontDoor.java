package org.caisse.readers.received;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.caisse.config.format.DateOrder;
import org.caisse.config.format.FileKind;
import org.caisse.config.format.Formats;
import org.caisse.config.format.SenderMapping;
import org.caisse.domain.money.Currency;
import org.caisse.readers.line.FormatHeader;
import org.caisse.readers.line.UnknownFormatException;
import org.caisse.readers.table.TableSource;
import org.caisse.readers.table.UnreadableTableException;

/**
 * Recognises what a sender sent and turns it into Caisse's own file of that kind. Both are
 * functions of the file's bytes, its name, the formats and the currency alone: the same for
 * everybody at any time, in memory that does not depend on the file.
 */
public final class FrontDoor {

  private final Formats formats;
  private final Currency currency;

  /**
   * @param formats in which files may come
   * @param currency of amounts
   */
  public FrontDoor(Formats formats, Currency currency) {
    this.formats = formats;
    this.currency = currency;
  }

  /**
   * Decides what a file is.
   *
   * @param content its bytes, wherever they are kept
   * @param fileName the name under which its sender sent it
   * @param kind what it is about
   * @param sender name of the sender mapping to apply, or empty to find one by the file's name
   * @return with a question when it is refused
   */
  public Recognition recognise(Path content, String fileName, FileKind kind, String sender)
      throws IOException {
    boolean mapped =
        formats.mappings(kind).stream()
            .filter(mapping -> mapping.format().id().equals(kind.ownFormat()))
            .anyMatch(m -> sender.isEmpty() ? m.isFor(fileName) : m.name().equals(sender));
    if (!mapped && isOwn(content, kind)) {
      return Recognition.own(kind);
    }
    return new Recogniser(formats, content, fileName, kind).recognise(sender);
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
    SenderMapping mapping = mapping(recognition);
    Layout layout = Layout.of(mapping, recognition);
    try (TableSource source = Tables.of(recognition).open(content, mapping.format());
        CanonicalWriter out =
            new CanonicalWriter(
                recognition.kind(), canonical, sourceMap, layout.titlesOfCanonical())) {
      Conversion conversion = decided(recognition, layout, source.since1904());
      return normalised(source, out, layout, recognition, conversion, canonical);
    } catch (UnreadableTableException e) {
      return new Normalised("", 0, 0, 0, 0, 0, List.of(), Question.of(e.reject()));
    }
  }

  private Normalised normalised(
      TableSource source,
      CanonicalWriter out,
      Layout layout,
      Recognition recognition,
      Conversion conversion,
      Path canonical)
      throws IOException {
    if (!layout.format().makesDeclarations()) {
      RowCounts counts = new RecordsNormaliser(layout, recognition, conversion).run(source, out);
      return counts.result(out.end(), Remarks.of(layout, conversion), List.of(), null);
    }
    Path folder = canonical.toAbsolutePath().getParent();
    try (Declarations declarations = new Declarations(currency, folder)) {
      if (recognition.form() == FileForm.FIXED_WIDTH) {
        FixedWidthNormaliser normaliser =
            new FixedWidthNormaliser(layout, recognition, conversion, declarations);
        RowCounts counts = normaliser.run(source, out);
        return counts.result(
            out.end(), Remarks.of(layout, conversion), List.of(), normaliser.question());
      }
      LinesNormaliser normaliser =
          new LinesNormaliser(layout, recognition, conversion, currency, declarations);
      RowCounts counts = normaliser.run(source, out);
      List<Remark> more =
          normaliser.madeTotals() ? List.of(Remark.of("received.totals.none")) : List.of();
      return counts.result(out.end(), Remarks.of(layout, conversion), more, normaliser.question());
    }
  }

  /** What was decided when the file was recognised. */
  private static Conversion decided(Recognition recognition, Layout layout, boolean since1904) {
    Conversion conversion = new Conversion(since1904);
    if (!recognition.dateOrder().isEmpty()) {
      conversion.order(DateOrder.valueOf(recognition.dateOrder()));
    }
    RowValues values = LookThrough.ofRows(layout, conversion, recognition.facts());
    for (RecognisedColumn column : recognition.columns()) {
      layout
          .format()
          .field(column.field())
          .ifPresent(field -> conversion.marks(values.title(field.name()), field).decided(column));
    }
    return conversion;
  }

  private SenderMapping mapping(Recognition recognition) {
    return recognition.mapping().isEmpty()
        ? SenderMapping.none(
            formats.description(recognition.format()).orElseThrow(() -> changed(recognition)))
        : formats.mappings(recognition.kind()).stream()
            .filter(mapping -> mapping.name().equals(recognition.mapping()))
            .findFirst()
            .orElseThrow(() -> changed(recognition));
  }

  private static IllegalArgumentException changed(Recognition recognition) {
    return new IllegalArgumentException(
        "the file was recognised with other formats: there is no '%s%s' here"
            .formatted(recognition.mapping(), recognition.format()));
  }

  private static boolean isOwn(Path content, FileKind kind) throws IOException {
    try {
      return !FormatHeader.of(kind.header()).check(content).normalised();
    } catch (UnknownFormatException e) {
      return false;
    }
  }
}
