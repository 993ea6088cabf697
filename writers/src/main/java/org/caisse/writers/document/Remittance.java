package org.caisse.writers.document;

import java.time.LocalDate;
import java.util.List;
import org.caisse.domain.document.DocumentNumber;

/**
 * What a provider is told of its invoices: of each line who pays what, and why the rest is not
 * paid. Amounts in minor units.
 *
 * @param number its own
 * @param providerNo the provider
 * @param providerName its name on the day
 * @param day business date
 * @param invoices in order of their numbers
 */
public record Remittance(
    DocumentNumber number,
    String providerNo,
    String providerName,
    LocalDate day,
    List<Invoice> invoices) {

  /** Where a line stands. */
  public enum Status {
    PAID,
    REFUSED,
    /** Someone has to look at it; nothing is paid yet. */
    PENDED,
    /** The intake refused it: it was not looked at, and can be sent again corrected. */
    REJECTED
  }

  /**
   * An invoice, or what was told of a former version of it, taken back.
   *
   * @param invoiceNo by which the provider knows it
   * @param version of it
   * @param takenBack whether a remittance of before told it and this one takes it back
   * @param chargedMinor what the invoice charges, all its lines as they were sent
   * @param refusedAtIntakeMinor lines that were not taken in
   * @param correctedMinor lines that came back corrected
   * @param toldBeforeMinor lines that remittances of before told
   * @param lines those that are told here or wait, and those that the intake refused and that have
   *     not come back since
   */
  public record Invoice(
      String invoiceNo,
      int version,
      boolean takenBack,
      long chargedMinor,
      long refusedAtIntakeMinor,
      long correctedMinor,
      long toldBeforeMinor,
      List<Line> lines) {

    /**
     * @throws IllegalStateException when the lines do not add up to the invoice
     */
    public Invoice {
      lines = List.copyOf(lines);
      long charged = 0;
      for (Line line : lines) {
        charged += line.isDecided() ? line.chargedMinor() : 0;
      }
      if (!takenBack
          && chargedMinor - refusedAtIntakeMinor + correctedMinor != toldBeforeMinor + charged) {
        throw new IllegalStateException(
            "invoice %s version %d charges %d, refused at intake %d, corrected %d; told before %d, here %d (minor units): no remittance can be sent before they agree"
                .formatted(
                    invoiceNo,
                    version,
                    chargedMinor,
                    refusedAtIntakeMinor,
                    correctedMinor,
                    toldBeforeMinor,
                    charged));
      }
    }

    /** The lines without those that the intake refused. */
    public List<Line> decided() {
      return lines.stream().filter(Line::isDecided).toList();
    }

    /** The lines that the intake refused and that have not come back since. */
    public List<Line> refusedAtIntake() {
      return lines.stream().filter(line -> !line.isDecided()).toList();
    }

    /** What is paid for it; negative for what is taken back. */
    public long payableMinor() {
      long sum = 0;
      for (Line line : lines) {
        sum += line.payableMinor();
      }
      return takenBack ? -sum : sum;
    }

    /** What its lines here charge, those that wait left out; negative for what is taken back. */
    public long toldMinor() {
      long sum = 0;
      for (Line line : lines) {
        sum += line.isDecided() && line.status() != Status.PENDED ? line.chargedMinor() : 0;
      }
      return takenBack ? -sum : sum;
    }
  }

  /**
   * A line.
   *
   * @param no within its invoice, by which the provider knows it
   * @param personNo who was cared for
   * @param act code of act or medicine, or letter with coefficient
   * @param label what it is
   * @param quantity as it was charged
   * @param shares who pays, in order; none of a line that waits
   * @param copayMinor what is left to the patient by law
   * @param reductions what nobody pays, and why; of a line that waits, why it does
   */
  public record Line(
      int no,
      String personNo,
      LocalDate careOn,
      String act,
      String label,
      String quantity,
      long chargedMinor,
      Status status,
      List<Share> shares,
      long copayMinor,
      List<Reduction> reductions) {

    /**
     * @throws IllegalStateException when charged is not shares, co-payment and reductions together
     */
    public Line {
      shares = List.copyOf(shares);
      reductions = List.copyOf(reductions);
      long parts = paid(shares) + copayMinor;
      for (Reduction reduction : reductions) {
        parts += reduction.minor();
      }
      if (status != Status.PENDED && parts != chargedMinor) {
        throw new IllegalStateException(
            "line %d charges %d and its parts add up to %d (minor units): no remittance can be sent before they agree"
                .formatted(no, chargedMinor, parts));
      }
    }

    /** Whether it was looked at: the intake did not refuse it. */
    public boolean isDecided() {
      return status != Status.REJECTED;
    }

    /** What the payers pay together. */
    public long payableMinor() {
      return paid(shares);
    }

    private static long paid(List<Share> shares) {
      long sum = 0;
      for (Share share : shares) {
        sum += share.minor();
      }
      return sum;
    }

    /** What the patient bears besides the co-payment. */
    public long patientMinor() {
      return borne(false);
    }

    /** What the provider bears. */
    public long providerMinor() {
      return borne(true);
    }

    private long borne(boolean byProvider) {
      long sum = 0;
      for (Reduction reduction : reductions) {
        sum += reduction.provider() == byProvider ? reduction.minor() : 0;
      }
      return sum;
    }
  }

  /**
   * What a payer pays of a line.
   *
   * @param payer code
   * @param name in the language
   */
  public record Share(String payer, String name, long minor) {}

  /**
   * What nobody pays of a line.
   *
   * @param code of the reason
   * @param minor amount; 0 where the line waits
   * @param provider whether the provider bears it; else the patient does
   * @param words why, in the language
   * @param todo what the provider does about it, in the language
   */
  public record Reduction(String code, long minor, boolean provider, String words, String todo) {}

  public Remittance {
    invoices = List.copyOf(invoices);
  }

  /** What is paid, all invoices together; negative when more is taken back. */
  public long payableMinor() {
    return invoices.stream().mapToLong(Invoice::payableMinor).sum();
  }
}
