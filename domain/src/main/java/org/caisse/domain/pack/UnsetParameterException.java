package org.caisse.domain.pack;

import java.time.LocalDate;

/** A rule needs a value that neither the pack nor the fund's settings give for that day. */
public final class UnsetParameterException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String parameter;

  UnsetParameterException(String parameter, LocalDate day, boolean setByFund) {
    super(
        setByFund
            ? "parameter '%s' is left to the fund and has no value: add it under 'parameters' of the workspace's settings file"
                .formatted(parameter)
            : "parameter '%s' has no value on %s: the pack gives it only from a later date"
                .formatted(parameter, day));
    this.parameter = parameter;
  }

  /** The name of the parameter without value. */
  public String parameter() {
    return parameter;
  }
}
