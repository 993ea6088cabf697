package org.caisse.writers.document;

import java.time.LocalDate;
import org.caisse.config.text.Language;
import org.caisse.domain.document.DocumentNumber;
import org.caisse.writers.file.FileName;

/** Names of the documents in a run's outbox, without the ending where there are several forms. */
public final class DocumentNames {

  private DocumentNames() {}

  /**
   * Of the acknowledgement of a received file.
   *
   * @param ordinal of the file in its run
   * @param fileName as the sender gave it
   */
  public static String acknowledgement(int ordinal, String fileName) {
    return "ack-%04d-%s".formatted(ordinal, FileName.safe(fileName));
  }

  /**
   * Of an acknowledgement that is a list, to which an ending comes: without that of the received
   * file.
   *
   * @param ordinal of the file in its run
   * @param fileName as the sender gave it
   */
  public static String acknowledgementList(int ordinal, String fileName) {
    return acknowledgement(ordinal, fileName).replaceFirst("\\.[A-Za-z]{3,4}$", "");
  }

  /**
   * Of the notice that a received file is withdrawn.
   *
   * @param fileName as the sender gave it
   */
  public static String withdrawal(String fileName) {
    return "withdrawal-" + FileName.safe(fileName);
  }

  /** Of the zip with what each employer gets. */
  public static String employers(LocalDate periodStart) {
    return "employers-" + Months.code(periodStart) + ".zip";
  }

  /** Of an employer's folder in that zip, with its slash. */
  public static String employerFolder(String employerNo) {
    return FileName.safe(employerNo) + "/";
  }

  /** Of call notice or reminder in that folder. */
  public static String notice(Language language) {
    return language == Language.FR ? "avis-d-appel.html" : "call-notice.html";
  }

  /** Of the account statement in that folder. */
  public static String statement(Language language) {
    return language == Language.FR ? "releve-de-compte.csv" : "account-statement.csv";
  }

  /**
   * Of the zip with the rectification notice of each employer.
   *
   * @param months first and last month, as the run is called
   */
  public static String rectifications(String months) {
    return "rectifications-" + months + ".zip";
  }

  /** Of the rectification notice in an employer's folder. */
  public static String rectification(Language language) {
    return language == Language.FR ? "avis-de-rectification.html" : "rectification-notice.html";
  }

  /** Of the file of a delegated body. */
  public static String ogd(String ogd, LocalDate periodStart) {
    return "ogd-%s-%s".formatted(FileName.safe(ogd), Months.code(periodStart));
  }

  /** Of the list of all call notices and reminders of a run. */
  public static String notices(LocalDate periodStart) {
    return "notices-" + Months.code(periodStart);
  }

  /** Of the list of all account statements of a run. */
  public static String statements(LocalDate periodStart) {
    return "statements-" + Months.code(periodStart);
  }

  /** Of the zip with the statements of the accounts that a settlement moved. */
  public static String debtorStatements(LocalDate day) {
    return "account-statements-" + day + ".zip";
  }

  /** Of the zip with the statements of persons who owe themselves. */
  public static String personStatements(LocalDate day) {
    return "person-statements-" + day + ".zip";
  }

  /** Of the statement of an employer, or of a person, in that zip. */
  public static String debtorStatement(String debtorNo, Language language) {
    return employerFolder(debtorNo)
        + (language == Language.FR ? "releve-de-compte.html" : "account-statement.html");
  }

  /** Of the list of employers without declaration. */
  public static String missing(LocalDate periodStart) {
    return "missing-" + Months.code(periodStart);
  }

  /**
   * Of a list of a control of declarations.
   *
   * @param ogd code of the delegated body, or empty for all and for none
   */
  public static String control(String list, String ogd, LocalDate periodStart) {
    String body = ogd.isEmpty() ? "" : "-" + FileName.safe(ogd);
    return list + body + "-" + Months.code(periodStart);
  }

  /** Of the accounting journal. */
  public static String journal(LocalDate periodStart) {
    return "journal-" + Months.code(periodStart) + ".csv";
  }

  /** Of the State's file. */
  public static String state(LocalDate periodStart) {
    return "state-" + Months.code(periodStart);
  }

  /** Of the list of totals of a take-on. */
  public static String takeOn(LocalDate day) {
    return "take-on-" + day;
  }

  /** Of the zip with the letters about debts of a day. */
  public static String letters(LocalDate day) {
    return "letters-" + day + ".zip";
  }

  /** Of a letter in that zip. */
  public static String letter(String employerNo, DocumentNumber number) {
    return employerFolder(employerNo) + number + ".html";
  }

  /** Of a clearance certificate. */
  public static String clearance(DocumentNumber number, String employerNo) {
    return "%s-%s.html".formatted(number, FileName.safe(employerNo));
  }

  /** Of the zip with the remittances to providers. */
  public static String remittances(LocalDate day) {
    return "remittances-" + day + ".zip";
  }

  /**
   * Of a provider's remittance in that zip, without its ending.
   *
   * @param number its own
   */
  public static String remittance(String providerNo, DocumentNumber number) {
    return FileName.safe(providerNo) + "/" + number;
  }

  /** Of the zip with the statements of care to insured persons. */
  public static String careStatements(LocalDate day) {
    return "care-statements-" + day + ".zip";
  }

  /** Of a household's statement in that zip. */
  public static String careStatement(String headNo, DocumentNumber number) {
    return "%s-%s.html".formatted(FileName.safe(headNo), number);
  }
}
