-- After a remittance: what is told is decided, once, and what is told of an invoice over all remittances is what it comes to.
WITH told AS (
  SELECT t.*, d.status, d.run_id AS decided_by, d.charged_minor, d.rev AS known
  FROM claim_told t LEFT JOIN claim_decision d USING (claim_line_id, rev)
  WHERE t.run_id = :run
)
SELECT 'what is told is decided', format('line %s rev %s', claim_line_id, rev), coalesce(status, 'not decided')
FROM told
WHERE known IS NULL OR (sign = 1 AND status NOT IN ('PAID', 'REFUSED'))
   OR (sign = 1 AND decided_by NOT IN (SELECT input_run_id FROM run_input WHERE run_id = :run))
UNION ALL
SELECT 'one decision of a line is told at most', format('line %s', claim_line_id), format('%s stand told', n)
FROM (SELECT claim_line_id, sum(sign) AS n FROM claim_told
      WHERE run_id <= :run AND claim_line_id IN (SELECT claim_line_id FROM told)
      GROUP BY claim_line_id) c
WHERE n NOT IN (0, 1)
UNION ALL
SELECT 'what is taken back was told before', format('line %s rev %s', t.claim_line_id, t.rev), 'it was not'
FROM told t
WHERE t.sign = -1
  AND NOT EXISTS (SELECT FROM claim_told b WHERE b.claim_line_id = t.claim_line_id AND b.rev = t.rev AND b.sign = 1 AND b.run_id < :run)
