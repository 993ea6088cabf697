package org.caisse.domain.care;

import java.util.List;

/**
 * How often or how much a payer pays for the same care (SEMANTICS 18 of the design).
 *
 * @param id name in explanations; consumption is stored under it
 * @param fr for people, in French
 * @param en for people, in English
 * @param payers whose limit it is
 * @param same what must be the same for care to count together
 * @param covers of which care
 * @param window in which time
 * @param counted what is counted
 * @param most parameter: how much of it
 * @param lifted whether a prior agreement lifts it
 * @param source where it was read
 */
public record CareLimit(
    String id,
    String fr,
    String en,
    List<String> payers,
    List<Same> same,
    CareScope covers,
    Window window,
    Counted counted,
    String most,
    boolean lifted,
    String source) {

  public CareLimit {
    payers = List.copyOf(payers);
    same = List.copyOf(same);
  }

  /** What must be the same. */
  public enum Same {
    PERSON,
    HOUSEHOLD,
    ACT,
    GROUP,
    SPECIALTY,
    AFFECTION,
    PROVIDER,
    PRESCRIPTION
  }

  /** What is counted. */
  public enum Counted {
    /** Acts: each begun unit of a line is one. */
    COUNT,
    /** Units of the lines. */
    QUANTITY,
    /** What the payer pays. */
    AMOUNT
  }

  /**
   * In which time.
   *
   * @param kind which kind
   * @param parameter days, for {@link Kind#DAYS}, and for a status that has no dates; else null
   * @param status kind of status, for {@link Kind#STATUS}; else null
   */
  public record Window(Kind kind, String parameter, String status) {

    /** Which kind of time. */
    public enum Kind {
      /** So many calendar days: 1 is the same day, 7 is d to d+6. */
      DAYS,
      /** A calendar year. */
      YEAR,
      /** Ever: the prescription, or what else must be the same, says it all. */
      EVER,
      /** As long as a status lasts, such as a pregnancy. */
      STATUS
    }
  }
}
