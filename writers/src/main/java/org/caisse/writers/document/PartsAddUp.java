package org.caisse.writers.document;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Consumer;

/** On every row, some columns give the column {@code total}. */
record PartsAddUp(List<String> parts) implements TotalledReader.RowCheck {

  PartsAddUp {
    parts = List.copyOf(parts);
  }

  @Override
  public void row(TotalledReader.Row row, Consumer<String> problems) {
    BigDecimal sum = parts.stream().map(row::number).reduce(BigDecimal.ZERO, BigDecimal::add);
    if (sum.compareTo(row.number("total")) != 0) {
      problems.accept(
          "line %d: %s give %s, the total says %s"
              .formatted(
                  row.line(), String.join(" + ", parts), sum.toPlainString(), row.text("total")));
    }
  }

  @Override
  public void end(Consumer<String> problems) {
    // Each row stands alone.
  }
}
