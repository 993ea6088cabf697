package org.caisse.app;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.caisse.domain.right.HeadRow;
import org.caisse.domain.right.NoRight;
import org.caisse.domain.right.RightTerms;

/**
 * What a person lacks who has no right on a day: of the person, and of the heads who declared him.
 */
final class MissingRights {

  private final LocalDate day;
  private final RightTerms terms;
  private final Heads heads;

  /** What is known of a person by himself, by his number. */
  @FunctionalInterface
  interface Heads {
    Optional<HeadRow> of(String personNo);
  }

  MissingRights(LocalDate day, RightTerms terms, Heads heads) {
    this.day = day;
    this.terms = terms;
    this.heads = heads;
  }

  /**
   * The reasons, one a row.
   *
   * @param families rows of the families of the person
   * @param rights rows of the rights that stand
   */
  List<Map<String, Object>> of(
      String personNo, List<Map<String, Object>> families, List<Map<String, Object>> rights) {
    if (rights.stream().anyMatch(this::covers)) {
      return List.of();
    }
    List<Map<String, Object>> rows = new ArrayList<>();
    for (Map<String, Object> family : families) {
      if (personNo.equals(family.get("dependant")) && covers(family)) {
        String head = family.get("head").toString();
        rows.add(row(head, missing(head).orElseGet(NoRight::dependant)));
      }
    }
    if (rows.isEmpty()) {
      missing(personNo).ifPresent(none -> rows.add(row(personNo, none)));
    }
    return rows;
  }

  private Optional<NoRight> missing(String personNo) {
    return heads.of(personNo).flatMap(row -> NoRight.on(day, row.facts(), terms));
  }

  private static Map<String, Object> row(String personNo, NoRight none) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("of", personNo);
    row.put("missing", none.why().name());
    row.put("missing_arguments", String.join(";", none.arguments()));
    return row;
  }

  private boolean covers(Map<String, Object> row) {
    LocalDate from = (LocalDate) row.get("from");
    LocalDate to = (LocalDate) row.get("to");
    return !from.isAfter(day) && (to == null || to.isAfter(day));
  }
}
