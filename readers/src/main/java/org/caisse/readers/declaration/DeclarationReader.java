package org.caisse.readers.declaration;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.caisse.domain.contribution.DeclarationRecord;
import org.caisse.domain.money.Currency;
import org.caisse.readers.line.FileStart;
import org.caisse.readers.line.FormatHeader;
import org.caisse.readers.line.LineSource;
import org.caisse.readers.line.Position;
import org.caisse.readers.line.RawLines;
import org.caisse.readers.line.RecordParser;
import org.caisse.readers.registry.Registry;

/**
 * Reads a declaration file in Caisse's own CSV format, version 1, as a sender or the front door
 * wrote it, block by block, in constant memory. Every line that is not blank becomes one record,
 * whatever its bytes; none stops the others.
 */
public final class DeclarationReader implements AutoCloseable {

  /** The first line of every declaration file. */
  public static final String HEADER =
      "record;employer;period;kind;sequence;count;person;name;entry;exit;days;gross";

  private final int linesPerBlock;
  private final LineSource source;
  private final RecordParser parser = new RecordParser();
  private final RecordTyping typing;

  /**
   * @param start {@link Position#START}, or what {@link DeclarationBlock#end()} was once for this
   *     file
   * @param linesPerBlock blank ones included; blocks of very long lines have fewer
   * @param registry of the run
   * @param currency of the amounts
   * @throws org.caisse.readers.line.UnknownFormatException when the first line is not {@link
   *     #HEADER}; nothing of the file is read then
   */
  public DeclarationReader(
      Path file, Position start, int linesPerBlock, Registry registry, Currency currency)
      throws IOException {
    FormatHeader header = FormatHeader.of(HEADER);
    FileStart begins = header.check(file);
    this.linesPerBlock = linesPerBlock;
    this.typing = new RecordTyping(header.columns(), begins.normalised(), registry, currency);
    this.source = new LineSource(file, start.equals(Position.START) ? begins.body() : start);
  }

  /** The next block, or null at the end of the file. */
  public DeclarationBlock read() throws IOException {
    RawLines raw = new RawLines();
    if (!source.read(raw, linesPerBlock)) {
      return null;
    }
    parser.open(raw);
    List<DeclarationRecord> records = new ArrayList<>(raw.count());
    for (int i = 0; i < raw.count(); i++) {
      records.add(typing.type(raw, i, parser.next()));
    }
    parser.close();
    return new DeclarationBlock(
        Collections.unmodifiableList(records), raw, raw.blankLines(), raw.end());
  }

  @Override
  public void close() throws IOException {
    source.close();
  }
}
