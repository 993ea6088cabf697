package org.caisse.jobs.registry;

import org.caisse.domain.reject.RejectCode;

/** What the registry gives a key of its own, by the number that senders use. */
enum Numbered {
  OGD("ogd", "ogd_id", "ogd_no", RejectCode.OGD_UNKNOWN),
  EMPLOYER("employer", "employer_id", "employer_no", RejectCode.EMPLOYER_UNKNOWN),
  PERSON("person", "person_id", "person_no", RejectCode.PERSON_UNKNOWN),
  PROVIDER("provider", "provider_id", "provider_no", RejectCode.PROVIDER_UNKNOWN),
  ACT("act", "act_id", "act_code", RejectCode.ACT_UNKNOWN),
  MEDICINE("medicine", "medicine_id", "medicine_code", RejectCode.MEDICINE_UNKNOWN),
  AGREEMENT("prior_agreement", "agreement_id", "agreement_no", RejectCode.FIELD_INVALID);

  private final String table;
  private final String id;
  private final String number;
  private final RejectCode unknown;

  Numbered(String table, String id, String number, RejectCode unknown) {
    this.table = table;
    this.id = id;
    this.number = number;
    this.unknown = unknown;
  }

  /** The table of the numbers; their versions are in the one with the suffix. */
  String table() {
    return table;
  }

  /** The column of the key. */
  String id() {
    return id;
  }

  /** The column of the number. */
  String number() {
    return number;
  }

  /** The reason to refuse a row that names a number which nobody has. */
  RejectCode unknown() {
    return unknown;
  }
}
