package org.caisse.app.generate;

/** The prior agreement of a head: one of these each, in turn. */
enum PriorAgreement {
  /** One scan, and no more. */
  ONE_SCAN("Z03", "act;Z03;1;1;;Exemple"),
  /** Asked for, and nobody has answered. */
  ASKED("K02", "act;K02;1;;;"),
  /** Refused. */
  REFUSED("HD01", "act;HD01;10;0;;Exemple"),
  /** As often as one likes, for less than the tariff. */
  CHEAPER("AMM01", "act;AMM01;;;1000;Exemple");

  /** What is agreed to pay for one of {@link #CHEAPER}, francs. */
  static final long AGREED = 1_000;

  private final String act;
  private final String text;

  PriorAgreement(String act, String text) {
    this.act = act;
    this.text = text;
  }

  static PriorAgreement of(int head) {
    return values()[head % values().length];
  }

  /** For which act it is. */
  String act() {
    return act;
  }

  /** As the registry has it. */
  String text() {
    return text;
  }
}
