package org.caisse.config.format;

import java.util.List;
import java.util.Objects;

/**
 * A type of record of a fixed-width format.
 *
 * @param code what stands at its beginning
 * @param role what it is for
 * @param required whether a declaration without such a record is cut
 * @param fields in their order
 * @param controlSum how a line proves itself, or null
 * @param totals what a record of totals says of the lines before it
 */
public record RecordDescription(
    String code,
    Role role,
    boolean required,
    List<FormatField> fields,
    ControlSum controlSum,
    List<ControlTotal> totals) {

  public RecordDescription {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(role, "role");
    fields = List.copyOf(fields);
    totals = List.copyOf(totals);
  }

  /** What a record is for. */
  public enum Role {
    /** Says something of the file; not read. */
    ENVELOPE,
    /** Opens a declaration. */
    DECLARATION,
    /** The line of a person. */
    LINE,
    /** Control totals of the lines before it. */
    TOTALS
  }

  /**
   * A sum over the fields of one line, written on the line itself.
   *
   * @param field where it stands
   * @param terms fields whose digits are added
   * @param rankField whose value adds its place among {@code ranks}, or empty
   * @param ranks values by their rank, from 0
   */
  public record ControlSum(String field, List<String> terms, String rankField, List<String> ranks) {
    public ControlSum {
      terms = List.copyOf(terms);
      ranks = List.copyOf(ranks);
    }
  }

  /**
   * A total over lines.
   *
   * @param field where it stands
   * @param summed the field of the lines whose digits it adds up; empty when it counts lines
   * @param of codes of the records that it is over
   * @param hash whether what it adds up are no quantities but identifiers or control sums
   */
  public record ControlTotal(String field, String summed, List<String> of, boolean hash) {
    public ControlTotal {
      of = List.copyOf(of);
    }
  }
}
