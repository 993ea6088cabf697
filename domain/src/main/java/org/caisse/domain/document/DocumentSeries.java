package org.caisse.domain.document;

/**
 * What is numbered by itself, from 1 in each year, without gap and none twice. The names are
 * printed as they are, in every language: a number names one document, whoever reads it.
 */
public enum DocumentSeries {
  /** Acknowledgement of a received file (accusé de réception). */
  AR,

  /** Notice that a received file is withdrawn (retrait). */
  RETRAIT,

  /** Call notice (avis d'appel de cotisations). */
  AVIS,

  /** Rectification notice (avis de rectification): past months under a law that changed. */
  RECT,

  /** Reminder to an employer that did not declare, or did not pay (rappel). */
  RAPPEL,

  /** Formal notice to pay (mise en demeure). */
  MED,

  /** Clearance certificate (attestation de régularité). */
  ATTEST,

  /** Statement of an employer's account (relevé de compte). */
  RELEVE,

  /** What a delegated body is to collect. */
  OGD,

  /** What the State owes (état). */
  ETAT,

  /** Remittance to a provider: what is paid for its invoices, and what is not (bordereau). */
  BORD,

  /** Statement of care to an insured person (décompte de prestations). */
  DECOMPTE
}
