package org.caisse.config.format;

import java.util.Arrays;
import java.util.List;

/** What a received file is about. Each kind has one canonical form: Caisse's own CSV. */
public enum FileKind {
  /** Salary declarations. */
  DECLARATION(
      "caisse-declarations",
      "record",
      "employer",
      "period",
      "kind",
      "sequence",
      "count",
      "person",
      "name",
      "entry",
      "exit",
      "days",
      "gross"),
  /** Delegated bodies. */
  OGDS("caisse-ogds", "ogd", "name", "valid_from", "valid_to"),
  /** Employers. */
  EMPLOYERS("caisse-employers", "employer", "name", "population", "ogd", "valid_from", "valid_to"),
  /** Insured persons. */
  PERSONS(
      "caisse-persons",
      "person",
      "last_name",
      "first_name",
      "birth_date",
      "sex",
      "population",
      "ogd",
      "valid_from",
      "valid_to"),
  /** Lines of bank statements: money received. */
  RECEIPTS(
      "caisse-receipts",
      "record",
      "account",
      "booking_date",
      "value_date",
      "bank_ref",
      "debit",
      "credit",
      "balance",
      "payer_account",
      "payer_name",
      "text",
      "takes_back",
      "count",
      "opening",
      "closing"),
  /** What delegated bodies have collected, and for whom. */
  REMITTANCES(
      "caisse-remittances",
      "record",
      "ogd",
      "remittance",
      "date",
      "employer",
      "period",
      "component",
      "amount",
      "text",
      "takes_back",
      "count",
      "total",
      "withheld",
      "transfer_ref"),
  /** What is open in an old system: debts, advances, suspense, accounts. */
  OPENING_BALANCES(
      "caisse-opening-balances",
      "record",
      "employer",
      "ogd",
      "period",
      "component",
      "due",
      "late_from",
      "account",
      "reference",
      "value_date",
      "amount",
      "payer_account",
      "payer_name",
      "text"),
  /** Months that an old system had for persons. */
  EARLIER_CONTRIBUTIONS(
      "caisse-earlier-contributions",
      "person",
      "employer",
      "period",
      "base",
      "employer_share",
      "insured_share",
      "state_share"),
  /** Rights that an old system had given. */
  EARLIER_RIGHTS(
      "caisse-earlier-rights", "person", "valid_from", "valid_to", "waiting_months", "basis"),
  /** What an old system counts, to be compared with what is taken on. */
  TAKE_ON_CONTROL("caisse-take-on-control", "control", "key", "count", "total"),
  /** Persons whom others expect to be declared. */
  EXPECTED(
      "caisse-expected",
      "list",
      "period",
      "employer",
      "person",
      "national_id",
      "last_name",
      "first_name",
      "birth_date",
      "sex",
      "pay"),
  /** Numbers by which others know insured persons. */
  IDENTIFIERS("caisse-identifiers", "person", "kind", "value", "valid_from", "valid_to"),
  /** Who gives care. */
  PROVIDERS(
      "caisse-providers",
      "provider",
      "name",
      "level",
      "specialty",
      "region",
      "ogd",
      "valid_from",
      "valid_to"),
  /** When providers are contracted. */
  CONVENTIONS("caisse-conventions", "provider", "reference", "level", "valid_from", "valid_to"),
  /** Dependants of insured persons. */
  DEPENDANTS(
      "caisse-dependants", "head", "dependant", "relation", "rank", "valid_from", "valid_to"),
  /** What is so of persons for a time: pregnancy, disability, assistance. */
  STATUSES("caisse-statuses", "person", "kind", "detail", "reference", "valid_from", "valid_to"),
  /** The nomenclature of acts. */
  ACTS(
      "caisse-acts",
      "act",
      "nomenclature",
      "label",
      "group",
      "letter",
      "coefficient",
      "flat",
      "sex",
      "min_months",
      "max_months",
      "levels",
      "agreement",
      "valid_from",
      "valid_to",
      "part_of_charge"),
  /** Acts of an older nomenclature. */
  CROSSWALKS("caisse-crosswalks", "old_act", "new_act", "valid_from", "valid_to"),
  /** Unit values of letters, prices of acts. */
  TARIFFS("caisse-tariffs", "basis", "item", "level", "unit", "valid_from", "valid_to"),
  /** Medicines that are covered. */
  MEDICINES(
      "caisse-medicines",
      "medicine",
      "label",
      "dci",
      "reference_price",
      "generic_group",
      "programme",
      "agreement",
      "valid_from",
      "valid_to"),
  /** What medical control agreed to beforehand. */
  AGREEMENTS(
      "caisse-agreements",
      "agreement",
      "person",
      "basis",
      "item",
      "asked_quantity",
      "approved_quantity",
      "approved_price",
      "reference",
      "valid_from",
      "valid_to",
      "status"),
  /** Invoices of providers, requests for reimbursement. */
  INVOICES(
      "caisse-invoices",
      "record",
      "provider",
      "lot",
      "invoice",
      "version",
      "kind",
      "period",
      "lot_invoices",
      "lot_total",
      "invoice_lines",
      "invoice_total",
      "person",
      "rank",
      "care_on",
      "act",
      "letter",
      "coefficient",
      "medicine",
      "quantity",
      "unit",
      "charged",
      "rate",
      "fund_share",
      "patient_share",
      "prescriber",
      "prescription",
      "prescribed_on",
      "referrer",
      "agreement",
      "affection",
      "exemption",
      "place",
      "line");

  private final String ownFormat;
  private final String header;

  FileKind(String ownFormat, String... columns) {
    this.ownFormat = ownFormat;
    this.header = String.join(";", columns);
  }

  /** Id of the format that is already canonical. */
  public String ownFormat() {
    return ownFormat;
  }

  /** The columns of the canonical file, in their order. */
  public List<String> columns() {
    return Arrays.asList(header.split(";", -1));
  }

  /** The first line of the canonical file. */
  public String header() {
    return header;
  }
}
