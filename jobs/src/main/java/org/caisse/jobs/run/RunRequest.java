package org.caisse.jobs.run;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.caisse.domain.document.DocumentNumber;

/**
 * What a run would read, before it is frozen. Besides, every run reads the withdrawals that are
 * completed by then.
 *
 * @param scope period or business date that identifies it
 * @param businessDate the day whose books it keeps
 * @param takesFiles whether it is new files, or files to withdraw, that make a new run; else it is
 *     new runs among those it reads
 * @param files files to take in; those whose content was taken before are left out
 * @param withdraws files to withdraw; those that are withdrawn are left out
 * @param reads jobs whose completed runs it reads
 * @param readsUntil last business date of those runs that it reads; null for all of them
 * @param decided what a person decides, kept when the run begins; null for nothing
 * @param persons what a person decides of two numbers, kept when the run begins; null for nothing
 */
public record RunRequest(
    String scope,
    LocalDate businessDate,
    boolean takesFiles,
    List<InputFile> files,
    List<WithdrawnFile> withdraws,
    List<String> reads,
    LocalDate readsUntil,
    Decided decided,
    DecidedPersons persons) {

  public RunRequest {
    files = List.copyOf(files);
    withdraws = List.copyOf(withdraws);
    reads = List.copyOf(reads);
  }

  /** A run that decides nothing of the registry. */
  public RunRequest(
      String scope,
      LocalDate businessDate,
      boolean takesFiles,
      List<InputFile> files,
      List<WithdrawnFile> withdraws,
      List<String> reads,
      LocalDate readsUntil,
      Decided decided) {
    this(scope, businessDate, takesFiles, files, withdraws, reads, readsUntil, decided, null);
  }

  /** A run that decides nothing. */
  public RunRequest(
      String scope,
      LocalDate businessDate,
      boolean takesFiles,
      List<InputFile> files,
      List<WithdrawnFile> withdraws,
      List<String> reads,
      LocalDate readsUntil) {
    this(scope, businessDate, takesFiles, files, withdraws, reads, readsUntil, null, null);
  }

  /** A run that keeps what a person decides of two numbers. */
  public static RunRequest decidingPersons(
      LocalDate businessDate, DecidedPersons persons, List<String> reads) {
    return new RunRequest(
        businessDate.toString(),
        businessDate,
        true,
        List.of(),
        List.of(),
        reads,
        null,
        null,
        persons);
  }

  /** A run that keeps a decision and does nothing else. */
  public static RunRequest deciding(LocalDate businessDate, Decided decided) {
    return new RunRequest(
        businessDate.toString(),
        businessDate,
        true,
        List.of(),
        List.of(),
        List.of(),
        null,
        decided);
  }

  /** A run that reads whatever is completed. */
  public RunRequest(
      String scope,
      LocalDate businessDate,
      boolean takesFiles,
      List<InputFile> files,
      List<WithdrawnFile> withdraws,
      List<String> reads) {
    this(scope, businessDate, takesFiles, files, withdraws, reads, null);
  }

  /** A run that withdraws nothing. */
  public RunRequest(
      String scope,
      LocalDate businessDate,
      boolean takesFiles,
      List<InputFile> files,
      List<String> reads) {
    this(scope, businessDate, takesFiles, files, List.of(), reads);
  }

  /**
   * A file to take in.
   *
   * @param kind what it holds, as the table {@code file} calls it
   * @param path where it is now
   * @param named whether it was named itself, not found in a folder
   * @param sender name of the sender's mapping that is to be applied, or empty when the file
   *     decides
   */
  public record InputFile(String kind, Path path, boolean named, String sender) {

    /** The name under which it was sent, without folders. */
    String fileName() {
      return path.getFileName().toString();
    }
  }

  /**
   * A file to withdraw.
   *
   * @param fileId which one
   * @param reason why, for whoever asks later
   */
  public record WithdrawnFile(int fileId, String reason) {}

  /**
   * What a person decides.
   *
   * @param kind as the table {@code decision} calls it, or {@code APPROVE}
   * @param receiptId the receipt that it is about, or null
   * @param employerId the employer that it is about, or null
   * @param period the month that it is about, or null
   * @param component what is waived, or null
   * @param amount minor units, or null
   * @param reason why; empty for an approval
   * @param by the person
   * @param approves number of the decision that is approved, or null
   * @param details what only some decisions say, or null
   */
  public record Decided(
      String kind,
      Long receiptId,
      Long employerId,
      LocalDate period,
      String component,
      Long amount,
      String reason,
      String by,
      Integer approves,
      Details details) {

    /** A decision without details. */
    public Decided(
        String kind,
        Long receiptId,
        Long employerId,
        LocalDate period,
        String component,
        Long amount,
        String reason,
        String by,
        Integer approves) {
      this(kind, receiptId, employerId, period, component, amount, reason, by, approves, null);
    }
  }

  /**
   * What some decisions say besides.
   *
   * @param onDay day on which a letter was served, a debt acknowledged, a period had run; or null
   * @param document the letter that was served, or null
   * @param revokes number of the decision that is taken back, or null
   * @param months that an instalment plan covers
   * @param instalments of it
   * @param ogd the delegated body whose transfer a receipt is, or null
   * @param remittance which it is the transfer of, or null
   * @param personId the insured person whose account it is about, or null
   */
  public record Details(
      LocalDate onDay,
      DocumentNumber document,
      Integer revokes,
      List<LocalDate> months,
      List<Instalment> instalments,
      String ogd,
      String remittance,
      Long personId) {

    public Details {
      months = List.copyOf(months);
      instalments = List.copyOf(instalments);
    }

    /** Details of what is no plan. */
    public Details(LocalDate onDay, DocumentNumber document, Integer revokes) {
      this(onDay, document, revokes, List.of(), List.of());
    }

    /** Details of a plan. */
    public Details(
        LocalDate onDay,
        DocumentNumber document,
        Integer revokes,
        List<LocalDate> months,
        List<Instalment> instalments) {
      this(onDay, document, revokes, months, instalments, null, null, null);
    }

    /** Details of a receipt that is the transfer of a delegated body. */
    public static Details transfer(String ogd, String remittance) {
      return new Details(null, null, null, List.of(), List.of(), ogd, remittance, null);
    }

    /** Details of what is about the account of an insured person; null for an employer's. */
    public static Details ofPerson(Long personId) {
      return personId == null
          ? null
          : new Details(null, null, null, List.of(), List.of(), null, null, personId);
    }
  }

  /** What is paid when under an instalment plan, minor units. */
  public record Instalment(LocalDate due, long amountMinor) {}

  /**
   * What a person decides of two numbers of the registry.
   *
   * @param kind as the table {@code person_decision} calls it
   * @param keepId of a merge, the person that stays
   * @param dropId the other one
   * @param reason why
   * @param by the person
   */
  public record DecidedPersons(String kind, long keepId, long dropId, String reason, String by) {}
}
