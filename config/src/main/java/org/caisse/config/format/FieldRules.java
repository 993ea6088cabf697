package org.caisse.config.format;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * What the values of a field must satisfy, and how they become what Caisse writes.
 *
 * @param width digits of an identifier that is all digits: shorter ones have lost their leading
 *     zeros; 0 when it has no fixed width
 * @param prefix letters that the registry has before the digits of an identifier and senders leave
 *     away, or empty
 * @param impliedDecimals how many of its last digits are decimals of a number without a mark
 * @param decimalMark the mark before decimals, empty when the file has to show it
 * @param thousandsMark the mark between groups of three digits, empty when the file has to show it
 * @param values codes by what senders write: of text all that there are, of numbers those that mean
 *     something else; empty when values are taken as they are
 * @param pattern that a value must match as a whole, or null
 * @param minimum least whole number, or null
 * @param maximum greatest whole number, or null
 * @param checkDigitWeights weights of all digits but the last, which makes the weighted sum a
 *     multiple of ten; empty when there is no check digit
 */
public record FieldRules(
    int width,
    String prefix,
    int impliedDecimals,
    String decimalMark,
    String thousandsMark,
    Map<String, String> values,
    Pattern pattern,
    Long minimum,
    Long maximum,
    List<Integer> checkDigitWeights) {

  /** Nothing is demanded. */
  public static final FieldRules NONE =
      new FieldRules(0, "", 0, "", "", Map.of(), null, null, null, List.of());

  public FieldRules {
    Objects.requireNonNull(prefix, "prefix");
    Objects.requireNonNull(decimalMark, "decimalMark");
    Objects.requireNonNull(thousandsMark, "thousandsMark");
    values = Map.copyOf(values);
    checkDigitWeights = List.copyOf(checkDigitWeights);
  }
}
