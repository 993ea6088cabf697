-- Makes firm what was decided and not told, and takes back what was told and stands no more.
WITH latest AS (
  SELECT DISTINCT ON (claim_line_id) claim_line_id, rev, invoice_id, household_id, status
  FROM claim_decision
  WHERE run_id = ANY (:inputs)
  ORDER BY claim_line_id, rev DESC
), told AS (
  SELECT claim_line_id, rev, max(invoice_id) AS invoice_id, max(provider_id) AS provider_id, max(household_id) AS household_id
  FROM claim_told
  GROUP BY claim_line_id, rev
  HAVING sum(sign) = 1
)
INSERT INTO claim_told (claim_line_id, rev, sign, run_id, invoice_id, provider_id, household_id)
SELECT t.claim_line_id, t.rev, -1, :run, t.invoice_id, t.provider_id, t.household_id
FROM told t JOIN latest d USING (claim_line_id)
WHERE d.rev > t.rev
UNION ALL
SELECT d.claim_line_id, d.rev, 1, :run, d.invoice_id, l.provider_id, d.household_id
FROM latest d JOIN claim_line l USING (claim_line_id)
WHERE d.status IN ('PAID', 'REFUSED')
  AND NOT EXISTS (SELECT FROM claim_told t WHERE t.claim_line_id = d.claim_line_id AND t.rev = d.rev)
