package org.caisse.domain.claim;

import java.time.LocalDate;
import java.util.List;

/**
 * A line whose decision is released, as far as other lines depend on it.
 *
 * @param lineId the line
 * @param personNo who was cared for
 * @param careOn day of care
 * @param providerNo who gave the care
 * @param invoiceNo of which invoice
 * @param contentKey as of {@link CareLine}
 * @param refused whether nothing was paid for it: then the same care may be invoiced again
 * @param consumed what it took of limits, agreements and episodes, after all corrections
 */
public record FirmLine(
    long lineId,
    String personNo,
    LocalDate careOn,
    String providerNo,
    String invoiceNo,
    String contentKey,
    boolean refused,
    List<Consumption> consumed) {

  public FirmLine {
    consumed = List.copyOf(consumed);
  }
}
