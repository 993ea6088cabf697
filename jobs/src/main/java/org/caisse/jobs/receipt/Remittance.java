package org.caisse.jobs.receipt;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import org.caisse.domain.receipt.JudgeRemittance;
import org.caisse.domain.reject.Reject;
import org.caisse.jobs.run.FrozenFile;
import org.caisse.jobs.run.RunContext;
import org.caisse.jobs.run.Sql;
import org.caisse.readers.receipt.ReceiptLine;

/** A remittance of a delegated body while its lines are read. */
final class Remittance extends Statement {

  private final String remittanceNo;
  private final ReceiptLine.Remittance head;
  private final MessageDigest content = sha256();
  private LocalDate on;
  private int unreadable;
  private String digest;
  private JudgeRemittance.Verdict verdict;

  /**
   * @param head null for lines that no head comes before
   */
  Remittance(int number, int lineNo, String ogd, String remittanceNo, ReceiptLine.Remittance head) {
    super(number, lineNo, ogd);
    this.remittanceNo = remittanceNo;
    this.head = head;
    this.on = head == null ? null : head.on();
    if (head != null) {
      update(head.on(), head.withheldMinor(), head.transferRef());
    }
  }

  String remittanceNo() {
    return remittanceNo;
  }

  @Override
  boolean hasHead() {
    return head != null;
  }

  @Override
  boolean holds(ReceiptLine line) {
    return line instanceof ReceiptLine.Collected collected
        && collected.account().equals(account())
        && collected.number().equals(remittanceNo);
  }

  @Override
  void unreadable() {
    super.unreadable();
    unreadable++;
  }

  /** The day on which the employer of a line paid; null when nobody says. */
  LocalDate day(ReceiptLine.Collected line) {
    return line.on() == null && head != null ? head.on() : line.on();
  }

  /** Adds a line, and says the reference by which others call it. */
  String add(ReceiptLine.Collected line, LocalDate day) {
    count(line.amountMinor());
    if (head == null && (on == null || day.isAfter(on))) {
      on = day;
    }
    update(
        day,
        line.employer(),
        line.period(),
        line.component(),
        line.amountMinor(),
        line.text(),
        line.takesBack());
    return remittanceNo + "/" + lines();
  }

  @Override
  void judge(Standing standing) {
    digest = HexFormat.of().formatHex(content.digest());
    verdict =
        JudgeRemittance.judge(
            new JudgeRemittance.Facts(
                lineNo(),
                account(),
                remittanceNo,
                lines(),
                unreadable,
                totalMinor(),
                head == null ? null : head.count(),
                head == null ? null : head.total(),
                standing.hasOgd(account()),
                standing.remittance(account(), remittanceNo, digest)));
  }

  @Override
  Reject refusal() {
    return verdict.reject();
  }

  @Override
  boolean repeated() {
    return verdict.repeated();
  }

  @Override
  void record(RunContext run, FrozenFile file) {
    if (on == null) {
      // Nothing in it could be read, not even a day.
      return;
    }
    run.sql()
        .sql(Sql.of(Remittance.class, "record-remittance"))
        .param("file", file.id())
        .param("run", run.run().id())
        .param("statement", number())
        .param("ogd", account())
        .param("number", remittanceNo)
        .param("on", on)
        .param("lines", lines())
        .param("total", totalMinor())
        .param("saidLines", head == null ? null : head.count())
        .param("said", head == null ? null : head.total())
        .param("withheld", head == null ? 0 : head.withheldMinor())
        .param("transfer", head == null ? "" : head.transferRef())
        .param("sha256", digest)
        .param("refused", refusal() == null ? 0 : refusal().code().number())
        .param("repeated", repeated())
        .update();
  }

  /** Each value ends with a character that no value has. */
  private void update(Object... values) {
    for (Object value : values) {
      content.update(String.valueOf(value).getBytes(StandardCharsets.UTF_8));
      content.update((byte) 0);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
