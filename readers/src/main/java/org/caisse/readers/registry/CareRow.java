package org.caisse.readers.registry;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.caisse.domain.registry.AgreementStatus;

/**
 * A row of the registry of care. Codes and numbers are as the file has them and not looked up;
 * fields that were left blank are empty or null.
 */
public sealed interface CareRow {

  /** First day of this version. */
  LocalDate validFrom();

  /** Day from which it no longer holds, or null. */
  LocalDate validTo();

  /**
   * Who gives care.
   *
   * @param level of care, as care law and tariffs name it
   * @param ogd delegated body that liquidates its invoices, or empty
   */
  record Provider(
      String provider,
      String name,
      String level,
      String specialty,
      String region,
      String ogd,
      LocalDate validFrom,
      LocalDate validTo)
      implements CareRow {}

  /**
   * A contract with a provider.
   *
   * @param level at whose tariff it is paid; empty for the provider's own
   */
  record Convention(
      String provider, String reference, String level, LocalDate validFrom, LocalDate validTo)
      implements CareRow {}

  /**
   * A dependant of an insured person.
   *
   * @param relation {@code spouse}, {@code child} or {@code ascendant}
   * @param rank on the card of the head, or null
   */
  record Dependant(
      String head,
      String dependant,
      String relation,
      Integer rank,
      LocalDate validFrom,
      LocalDate validTo)
      implements CareRow {}

  /** What is so of a person for a time. */
  record Status(
      String person,
      String kind,
      String detail,
      String reference,
      LocalDate validFrom,
      LocalDate validTo)
      implements CareRow {}

  /**
   * An act of the nomenclature.
   *
   * @param letter with {@code coefficient}, or empty without
   * @param flat price, minor units, or null
   * @param levels that may give it, separated by commas; empty for all
   * @param agreement whether it needs prior agreement
   * @param partPercent per cent of what is charged that are its price, or null
   */
  record Act(
      String act,
      String nomenclature,
      String label,
      String group,
      String letter,
      BigDecimal coefficient,
      Long flat,
      String sex,
      Integer minMonths,
      Integer maxMonths,
      String levels,
      boolean agreement,
      LocalDate validFrom,
      LocalDate validTo,
      BigDecimal partPercent)
      implements CareRow {}

  /** By which act a code of an older nomenclature is read. */
  record Crosswalk(String oldAct, String newAct, LocalDate validFrom, LocalDate validTo)
      implements CareRow {}

  /**
   * Unit value of a letter, or price of an act.
   *
   * @param basis {@code letter} or {@code act}
   * @param level of provider; empty for all
   * @param unitMinor minor units
   */
  record Tariff(
      String basis,
      String item,
      String level,
      long unitMinor,
      LocalDate validFrom,
      LocalDate validTo)
      implements CareRow {}

  /**
   * A medicine that is covered.
   *
   * @param referencePrice price of one unit, minor units, or null
   * @param programme that supplies it in kind, or empty
   */
  record Medicine(
      String medicine,
      String label,
      String dci,
      Long referencePrice,
      String genericGroup,
      String programme,
      boolean agreement,
      LocalDate validFrom,
      LocalDate validTo)
      implements CareRow {}

  /**
   * What medical control agreed to beforehand.
   *
   * @param basis {@code act}, {@code group} or {@code medicine}: what {@code item} is
   * @param approvedPrice price of one unit, minor units, or null
   * @param said where it stands as the row says, or empty
   */
  record Agreement(
      String agreement,
      String person,
      String basis,
      String item,
      BigDecimal askedQuantity,
      BigDecimal approvedQuantity,
      Long approvedPrice,
      String reference,
      LocalDate validFrom,
      LocalDate validTo,
      String said)
      implements CareRow {

    /** Where it stands. */
    public AgreementStatus status() {
      return AgreementStatus.of(said, askedQuantity, approvedQuantity, approvedPrice, reference);
    }
  }
}
