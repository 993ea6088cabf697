package org.caisse.domain.pack;

/** A rule needs a fact of a person that nobody gave, so that it cannot say what is owed. */
public final class MissingFactException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String rule;
  private final String fact;

  /**
   * @param rule id of the rule
   * @param fact what it asked for
   */
  public MissingFactException(String rule, String fact) {
    super(
        ("rule '%s' needs to know '%s' of a person, and no file of this version says it:"
                + " let the pack fix it for a population ('facts'), or leave such persons out")
            .formatted(rule, fact));
    this.rule = rule;
    this.fact = fact;
  }

  /** The rule that asked. */
  public String rule() {
    return rule;
  }

  /** What it asked for. */
  public String fact() {
    return fact;
  }
}
