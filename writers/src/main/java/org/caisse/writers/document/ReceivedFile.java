package org.caisse.writers.document;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.caisse.config.text.Messages;
import org.caisse.domain.contribution.DeclarationKind;
import org.caisse.domain.contribution.DeclarationVerdict;
import org.caisse.domain.pack.Shares;
import org.caisse.domain.reject.Reject;

/**
 * What became of a file that was received, as its acknowledgement tells it.
 *
 * @param reference under which the fund keeps the file
 * @param name as the sender gave it
 * @param bytes its size
 * @param sha256 of its content, in lower-case hexadecimal
 * @param receivedOn business date of the intake
 * @param form in which format it came and how it was read
 * @param lines its lines
 * @param declarations its declarations
 * @param money the amounts in it
 * @param rejects per code; those that refuse a declaration are among them
 * @param refused the declarations refused, in the order of the file: all of them, or the first
 *     {@value Acknowledgement#MAX_REFUSED} at least
 * @param rejectFile name of the reject file, or empty when nothing was rejected
 */
public record ReceivedFile(
    String reference,
    String name,
    long bytes,
    String sha256,
    LocalDate receivedOn,
    Form form,
    Lines lines,
    Declarations declarations,
    Money money,
    List<Rejects> rejects,
    List<Refused> refused,
    String rejectFile) {

  public ReceivedFile {
    rejects = List.copyOf(rejects);
    refused = List.copyOf(refused);
  }

  /** The rejects, the most frequent code first. */
  List<Rejects> sortedRejects() {
    return sorted(rejects);
  }

  /** Rejects, the most frequent code first. */
  static List<Rejects> sorted(List<Rejects> rejects) {
    List<Rejects> sorted = new ArrayList<>(rejects);
    sorted.sort(
        Comparator.comparingInt(Rejects::count)
            .reversed()
            .thenComparingInt(r -> r.first().code().number()));
    return sorted;
  }

  /**
   * In which format a file came.
   *
   * @param known whether it could be read
   * @param title of the format, empty for Caisse's own or an unknown one
   * @param read how it was read and what was repaired, in sentences
   * @param question why the file is refused as a whole, or null
   */
  public record Form(boolean known, String title, List<String> read, Reject question) {

    /** Caisse's own. */
    public static final Form OWN = new Form(true, "", List.of(), null);

    /** None that is known. */
    public static final Form UNKNOWN = new Form(false, "", List.of(), null);

    public Form {
      read = List.copyOf(read);
    }

    /** The format as its sender knows it. */
    String shown(Messages messages) {
      if (!title.isEmpty()) {
        return title;
      }
      return messages.get(known ? "ack.format" : "ack.format.unknown");
    }
  }

  /**
   * All lines of the file, each counted once.
   *
   * @param total lines in the file
   * @param accepted lines that count
   * @param rejected lines that do not
   * @param other the first line, lines that open a declaration, blank lines
   */
  public record Lines(int total, int accepted, int rejected, int other) {
    public Lines {
      if (total != accepted + rejected + other) {
        throw new IllegalArgumentException(
            "%d lines are not %d accepted + %d rejected + %d others: a line was lost"
                .formatted(total, accepted, rejected, other));
      }
    }
  }

  /**
   * @param filed declarations that count
   * @param refused declarations that do not
   * @param repeated declarations whose bytes were filed before
   */
  public record Declarations(int filed, int refused, int repeated) {}

  /**
   * @param declaredMinor sum of the readable pay in the file, minor units
   * @param acceptedMinor sum of the accepted pay, minor units
   * @param unreadable lines whose pay could not be read
   * @param contributions on the accepted pay, without surcharge
   */
  public record Money(
      long declaredMinor, long acceptedMinor, int unreadable, Shares contributions) {}

  /**
   * The rejects of one code.
   *
   * @param count how many
   * @param first the first one, as an example
   */
  public record Rejects(int count, Reject first) {}

  /**
   * A declaration that was refused.
   *
   * @param lineNo line that opens it
   * @param employerNo as the sender wrote it
   * @param periodStart first day of the month, or null when unreadable
   * @param kind null when unknown
   * @param sequence the sender's number, 0 when unreadable
   * @param reject why
   */
  public record Refused(
      int lineNo,
      String employerNo,
      LocalDate periodStart,
      DeclarationKind kind,
      int sequence,
      Reject reject) {

    /**
     * The refusal in a verdict.
     *
     * @throws IllegalArgumentException when it is none
     */
    public static Refused of(DeclarationVerdict verdict) {
      if (verdict.reject() == null) {
        throw new IllegalArgumentException(
            "the declaration on line %d is not refused".formatted(verdict.header().lineNo()));
      }
      return new Refused(
          verdict.header().lineNo(),
          verdict.header().employerNo(),
          verdict.header().periodStart(),
          verdict.header().kind(),
          verdict.header().sequence(),
          verdict.reject());
    }
  }
}
