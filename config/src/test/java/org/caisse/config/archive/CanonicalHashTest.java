package org.caisse.config.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CanonicalHashTest {

  record Line(String code, long amountMinor) {}

  record Row(
      byte tiny,
      short small,
      int number,
      long amountMinor,
      boolean flag,
      String text,
      LocalDate day,
      Month month,
      Short boxedSmall,
      Integer boxedNumber,
      Long boxedAmountMinor,
      Boolean boxedFlag,
      Line nested,
      List<Line> lines) {}

  private static final Row ROW =
      new Row(
          (byte) 1,
          (short) 2,
          3,
          4L,
          true,
          "Awa",
          LocalDate.of(2026, 2, 28),
          Month.MARCH,
          (short) 5,
          6,
          7L,
          false,
          new Line("x", 1),
          List.of(new Line("y", 2), new Line("z", 3)));

  @Test
  void the_same_rows_give_the_same_hash() {
    Row twin =
        new Row(
            ROW.tiny,
            ROW.small,
            ROW.number,
            ROW.amountMinor,
            ROW.flag,
            String.valueOf(new char[] {'A', 'w', 'a'}),
            LocalDate.parse("2026-02-28"),
            ROW.month,
            ROW.boxedSmall,
            ROW.boxedNumber,
            ROW.boxedAmountMinor,
            ROW.boxedFlag,
            new Line("x", 1),
            new ArrayList<>(ROW.lines));

    assertThat(hash(twin)).isEqualTo(hash(ROW));
  }

  @Test
  void a_change_or_null_in_any_cell_changes_the_hash() throws ReflectiveOperationException {
    Object[] other = {
      (byte) 9,
      (short) 9,
      9,
      9L,
      false,
      "Ali",
      LocalDate.of(2026, 3, 1),
      Month.APRIL,
      (short) 9,
      9,
      9L,
      true,
      new Line("x", 9),
      List.of(new Line("y", 2), new Line("z", 9))
    };
    Set<String> hashes = new HashSet<>();
    hashes.add(hash(ROW));
    int variants = 1;
    List<RecordField> fields = RecordField.of(Row.class);
    for (int i = 0; i < fields.size(); i++) {
      hashes.add(hash(with(i, other[i])));
      variants++;
      if (fields.get(i).kind().nullable()) {
        hashes.add(hash(with(i, null)));
        variants++;
      }
    }

    assertThat(hashes).hasSize(variants);
  }

  @Test
  void the_order_of_rows_counts() {
    Line first = new Line("a", 1);
    Line second = new Line("b", 2);

    assertThat(hash(first, second)).isNotEqualTo(hash(second, first));
  }

  @Test
  void text_does_not_run_into_its_neighbour() {
    record Two(String left, String right) {}

    assertThat(hash(new Two("ab", "c"))).isNotEqualTo(hash(new Two("a", "bc")));
    assertThat(hash(new Two("", null))).isNotEqualTo(hash(new Two(null, "")));
  }

  @Test
  void the_form_is_the_documented_one() throws Exception {
    record Small(
        short small, int number, long amountMinor, boolean flag, String text, LocalDate d) {}
    byte[] name = "Sérère €".getBytes(StandardCharsets.UTF_8);
    ByteBuffer form =
        ByteBuffer.allocate(200)
            .putShort((short) -2)
            .putInt(-3)
            .putLong(Long.MIN_VALUE)
            .put((byte) 1)
            .put((byte) 1)
            .putInt(name.length)
            .put(name)
            .put((byte) 0);
    String expected =
        HexFormat.of()
            .formatHex(
                MessageDigest.getInstance("SHA-256")
                    .digest(Arrays.copyOf(form.array(), form.position())));

    assertThat(hash(new Small((short) -2, -3, Long.MIN_VALUE, true, "Sérère €", null)))
        .isEqualTo(expected);
  }

  @Test
  void rows_of_any_size_and_number_are_hashed_whole() throws Exception {
    record Text(String text) {}
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    CanonicalHash hash = new CanonicalHash(Text.class);
    for (int i = 0; i < 300; i++) {
      byte[] text = "x".repeat(i * i).getBytes(StandardCharsets.UTF_8);
      digest.update((byte) 1);
      digest.update(ByteBuffer.allocate(4).putInt(0, text.length));
      digest.update(text);
      hash.row(new Text(new String(text, StandardCharsets.UTF_8)));
    }

    assertThat(hash.rows()).isEqualTo(300);
    assertThat(hash.finish()).isEqualTo(HexFormat.of().formatHex(digest.digest()));
  }

  @Test
  void many_nested_lines_fit() {
    record Parent(String name, List<Line> lines, long amountMinor) {}
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      lines.add(new Line("line " + i, i));
    }
    List<Line> changed = new ArrayList<>(lines);
    changed.set(19_999, new Line("line 19999", 0));

    assertThat(hash(new Parent("p", lines, 1))).isNotEqualTo(hash(new Parent("p", changed, 1)));
  }

  @Test
  void a_type_without_archive_form_is_named() {
    record Bad(BigDecimal amount) {}

    assertThatThrownBy(() -> new CanonicalHash(Bad.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Bad.amount")
        .hasMessageContaining("java.math.BigDecimal");
  }

  private static Row with(int component, Object value) throws ReflectiveOperationException {
    var components = Row.class.getRecordComponents();
    Object[] values = new Object[components.length];
    Class<?>[] types = new Class<?>[components.length];
    for (int i = 0; i < components.length; i++) {
      types[i] = components[i].getType();
      values[i] = i == component ? value : components[i].getAccessor().invoke(ROW);
    }
    return Row.class.getDeclaredConstructor(types).newInstance(values);
  }

  private static String hash(Record... rows) {
    CanonicalHash hash = new CanonicalHash(rows[0].getClass());
    for (Record row : rows) {
      hash.row(row);
    }
    return hash.finish();
  }
}
