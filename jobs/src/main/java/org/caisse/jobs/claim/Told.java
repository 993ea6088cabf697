package org.caisse.jobs.claim;

import org.caisse.jobs.run.RunContext;

/** How much a remittance tells, which its first step decides and nothing changes afterwards. */
final class Told {

  private Told() {}

  /** Lines, those taken back too; what is shown beside them is not counted. */
  static long lines(RunContext run) {
    return count(run, "count(*)");
  }

  /** Invoices with a line that is told or taken back. */
  static long invoices(RunContext run) {
    return count(run, "count(DISTINCT invoice_id)");
  }

  /** Where the lines lie that are told. */
  static Span spanOfLines(RunContext run) {
    return Span.of(run, "SELECT claim_line_id AS id FROM claim_told WHERE run_id = :run");
  }

  /** Where their invoices lie. */
  static Span spanOfInvoices(RunContext run) {
    return Span.of(run, "SELECT invoice_id AS id FROM claim_told WHERE run_id = :run");
  }

  private static long count(RunContext run, String what) {
    return run.sql()
        .sql("SELECT " + what + " FROM claim_told WHERE run_id = ?")
        .param(run.run().id())
        .query(Long.class)
        .single();
  }
}
