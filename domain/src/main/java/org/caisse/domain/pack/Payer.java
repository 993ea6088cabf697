package org.caisse.domain.pack;

/**
 * Who bears a share of a contribution. A local authority that employs is an employer; keys between
 * funders behind the State (RAMED's 85/15) are settled at reconciliation, not here.
 */
public enum Payer {
  EMPLOYER,
  INSURED,
  STATE
}
