package org.caisse.domain.claim;

import java.util.List;

/**
 * All that is known of a household whose care is judged: the item of an adjudication. Quantities
 * are in thousandths of a unit, coefficients in thousandths, amounts in minor units; periods are
 * half-open.
 *
 * @param householdNo number of the head of the family
 * @param members who belongs to it, and whose care is judged or limits together
 * @param lines to be judged: those of invoices that stand and whose decision is not firm. In any
 *     order; the rule takes them by day of care, provider, invoice and line
 * @param firm decisions that are released: they consume limits first and are not judged again
 * @param reduced lines whose decision is released and which a limit had reduced: judged again, for
 *     more only, because what took the limit may have been reversed. They are not in {@code firm}
 * @param agreements prior agreements with any of the members
 */
public record HouseholdFacts(
    String householdNo,
    List<Beneficiary> members,
    List<CareLine> lines,
    List<FirmLine> firm,
    List<ReducedLine> reduced,
    List<Agreement> agreements) {

  public HouseholdFacts {
    members = List.copyOf(members);
    lines = List.copyOf(lines);
    firm = List.copyOf(firm);
    reduced = List.copyOf(reduced);
    agreements = List.copyOf(agreements);
  }
}
