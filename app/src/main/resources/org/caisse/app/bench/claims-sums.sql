-- What the runs after one came to; of lines, those that came in by them.
WITH own AS (
  SELECT run_id FROM run WHERE run_id > ?
), line AS (
  SELECT claim_line_id, charged_minor FROM claim_line WHERE run_id IN (SELECT run_id FROM own)
), decided AS (
  SELECT d.* FROM claim_decision d WHERE d.run_id IN (SELECT run_id FROM own) AND d.claim_line_id IN (SELECT claim_line_id FROM line)
), paid AS (
  SELECT sum(s.amount_minor) AS minor
  FROM claim_share s JOIN claim_decision d USING (claim_line_id, rev)
  WHERE d.status = 'PAID' AND s.run_id IN (SELECT run_id FROM own)
)
SELECT (SELECT count(*) FROM line)                                                             AS accepted,
       (SELECT coalesce(sum(charged_minor), 0)::bigint FROM line)                              AS accepted_minor,
       (SELECT count(*) FROM decided)                                                          AS decided,
       (SELECT count(*) FROM decided WHERE status = 'PENDED')                                  AS pended,
       (SELECT coalesce(sum(charged_minor), 0)::bigint FROM decided)                           AS decided_minor,
       (SELECT coalesce(minor, 0)::bigint FROM paid)                                           AS paid_minor,
       (SELECT count(*) FROM claim_told t WHERE run_id IN (SELECT run_id FROM own) AND claim_line_id IN (SELECT claim_line_id FROM line)) AS told,
       (SELECT coalesce(sum(CASE WHEN reverses IS NULL THEN amount_minor ELSE -amount_minor END), 0)::bigint FROM ledger_entry
        WHERE run_id IN (SELECT run_id FROM own) AND debtor = 'INVOICE')                       AS posted_minor,
       (SELECT count(*) FROM claim_told WHERE run_id NOT IN (SELECT run_id FROM own))          AS history
