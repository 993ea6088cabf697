package org.caisse.readers.received;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.caisse.domain.contribution.JudgeLine;
import org.caisse.domain.money.Currency;
import org.caisse.domain.reject.Reject;
import org.caisse.domain.reject.RejectCode;
import org.caisse.readers.line.FieldText;

/**
 * Makes declarations of lines: a header before the lines of each employer, month and sequence, with
 * the sender's control totals, or with what was found where the format has none.
 */
final class Declarations implements AutoCloseable {

  /** More declarations than any file of a body has employers. */
  static final int MAX_DECLARATIONS = 200_000;

  private static final int COLUMNS = 12;

  private final Currency currency;
  private final Spool spool;
  private final List<Declaration> declarations = new ArrayList<>();
  private final Map<DeclarationKey, Declaration> byKey = new HashMap<>();
  private final CanonicalLine lines = new CanonicalLine(COLUMNS);

  /** A declaration on its way. Its lines wait in the spool. */
  static final class Declaration {
    private final int number;
    private final DeclarationKey key;
    private int count;
    private long grossMinor;
    private String saidCount;
    private String saidGross;
    private Reject problem;

    private Declaration(int number, DeclarationKey key) {
      this.number = number;
      this.key = key;
    }

    DeclarationKey key() {
      return key;
    }

    int count() {
      return count;
    }

    /** The sender's own totals, as canonical text; null where there are none. */
    void totals(String lineCount, String gross) {
      saidCount = lineCount;
      saidGross = gross;
    }

    /** Refuses it whole; the first reason stays. */
    void refuse(Reject reject) {
      problem = problem == null ? reject : problem;
    }
  }

  Declarations(Currency currency, Path folder) throws IOException {
    this.currency = currency;
    this.spool = new Spool(folder);
  }

  /** The declarations so far. */
  List<Declaration> all() {
    return declarations;
  }

  /** Opens a declaration, whatever was there before. */
  Declaration open(DeclarationKey key, int sourceLine, String raw) throws IOException {
    Declaration declaration = new Declaration(declarations.size(), key);
    declarations.add(declaration);
    spool.add(declaration.number, sourceLine, "", raw);
    return declaration;
  }

  /** The declaration of a key, opened when there is none yet. */
  Declaration of(DeclarationKey key, int sourceLine, String raw) throws IOException {
    Declaration known = byKey.get(key);
    if (known == null) {
      known = open(key, sourceLine, raw);
      byKey.put(key, known);
    }
    return known;
  }

  /** A place for lines that belong to no declaration. */
  Declaration stray() {
    Declaration stray = new Declaration(declarations.size(), null);
    declarations.add(stray);
    return stray;
  }

  /** Adds a row that is refused whatever stands in it. */
  void refused(Declaration to, Reject problem, int sourceLine, String raw) throws IOException {
    to.count++;
    spool.add(to.number, sourceLine, lines.refused("X", problem), raw);
  }

  /**
   * Adds the line of a person.
   *
   * @param person person, name, entry, exit, days and gross, as canonical text
   * @param problem why it is refused whatever they say, or null
   */
  void line(Declaration to, List<String> person, Reject problem, int sourceLine, String raw)
      throws IOException {
    String gross = person.get(person.size() - 1);
    long minor = FieldText.amountMinor(gross, currency.decimals());
    Reject impossible = minor == FieldText.UNREADABLE ? null : impossible(minor, sourceLine);
    List<String> fields = new ArrayList<>(COLUMNS);
    // Nobody vouches for a total that was made here, so that an impossible pay must not be in it.
    boolean apart = impossible != null && to.saidGross == null;
    fields.add(apart ? "X" : "L");
    fields.addAll(List.of(to.key.employer(), to.key.period(), "", "", ""));
    fields.addAll(person);
    String line = lines.of(fields, problem != null ? problem : apart ? impossible : null);
    to.count++;
    if (minor != FieldText.UNREADABLE && line.startsWith("L")) {
      to.grossMinor += minor;
    }
    spool.add(to.number, sourceLine, line, raw);
  }

  private static Reject impossible(long minor, int sourceLine) {
    if (minor < 0) {
      return new Reject(sourceLine, RejectCode.GROSS_NEGATIVE, "gross", Long.toString(minor));
    }
    return minor > JudgeLine.MAX_GROSS_MINOR
        ? new Reject(
            sourceLine,
            RejectCode.GROSS_TOO_LARGE,
            "gross",
            Long.toString(minor),
            "<= " + JudgeLine.MAX_GROSS_MINOR)
        : null;
  }

  /** Writes everything, each declaration as one. */
  void writeTo(CanonicalWriter out, RowCounts counts) throws IOException {
    spool.drainTo(
        entry -> {
          byte[] line = entry.canonical();
          if (line.length == 0) {
            line = header(declarations.get(entry.group())).getBytes(StandardCharsets.UTF_8);
            counts.added();
          }
          out.add(line, entry.sourceLine(), entry.raw());
        });
  }

  /** The sum of all pays that can be read, in minor units. */
  long grossMinor() {
    return declarations.stream().mapToLong(declaration -> declaration.grossMinor).sum();
  }

  /** All lines. */
  long count() {
    return declarations.stream().mapToLong(declaration -> declaration.count).sum();
  }

  private String header(Declaration declaration) {
    DeclarationKey key = declaration.key;
    String count =
        declaration.saidCount == null ? Integer.toString(declaration.count) : declaration.saidCount;
    String gross =
        declaration.saidGross == null
            ? Amounts.plain(new java.math.BigDecimal(currency.plain(declaration.grossMinor)))
            : declaration.saidGross;
    String kind = key.kind();
    if (kind.isEmpty()) {
      kind = key.sequence().matches("0*1") ? "original" : "replacement";
    }
    boolean nil = declaration.count == 0 && count.matches("0+") && gross.matches("0+");
    return lines.of(
        List.of(
            "D",
            key.employer(),
            key.period(),
            nil && key.kind().isEmpty() ? "nil" : kind,
            key.sequence(),
            count,
            "",
            "",
            "",
            "",
            "",
            gross),
        declaration.problem);
  }

  @Override
  public void close() throws IOException {
    spool.close();
  }
}
