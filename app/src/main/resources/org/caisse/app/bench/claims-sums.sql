-- What the runs after one came to.
WITH own AS (
  SELECT run_id FROM run WHERE run_id > ?
), decided AS (
  SELECT * FROM claim_decision WHERE run_id IN (SELECT run_id FROM own)
), paid AS (
  SELECT coalesce(sum(s.amount_minor), 0)::bigint AS minor
  FROM claim_share s JOIN decided d USING (claim_line_id, rev)
  WHERE d.status = 'PAID'
)
SELECT (SELECT count(*) FROM claim_line WHERE run_id IN (SELECT run_id FROM own))                              AS accepted,
       (SELECT coalesce(sum(charged_minor), 0)::bigint FROM claim_line WHERE run_id IN (SELECT run_id FROM own)) AS accepted_minor,
       (SELECT count(*) FROM decided)                                                                          AS decided,
       (SELECT count(*) FROM decided WHERE status = 'PENDED')                                                  AS pended,
       (SELECT coalesce(sum(charged_minor), 0)::bigint FROM decided)                                           AS decided_minor,
       (SELECT minor FROM paid)                                                                                AS paid_minor,
       (SELECT count(*) FROM claim_told WHERE run_id IN (SELECT run_id FROM own))                              AS told,
       (SELECT coalesce(sum(amount_minor), 0)::bigint FROM ledger_entry
        WHERE run_id IN (SELECT run_id FROM own) AND debtor = 'INVOICE' AND reverses IS NULL)                  AS posted_minor,
       (SELECT count(*) FROM claim_told WHERE run_id NOT IN (SELECT run_id FROM own))                          AS history
