-- Makes firm what was decided and not told, and takes back what was told and stands no more. Both are found by the keys alone, not by going
-- through all that was ever decided.
WITH revised AS MATERIALIZED (
  SELECT claim_line_id, max(rev) AS rev FROM claim_decision WHERE rev > 1 AND run_id = ANY (:inputs) GROUP BY claim_line_id
), told AS (
  SELECT t.claim_line_id, t.rev, max(t.invoice_id) AS invoice_id, max(t.provider_id) AS provider_id, max(t.household_id) AS household_id
  FROM revised
  CROSS JOIN LATERAL (SELECT t.* FROM claim_told t WHERE t.claim_line_id = revised.claim_line_id OFFSET 0) t
  GROUP BY t.claim_line_id, t.rev
  HAVING sum(sign) = 1
), untold AS MATERIALIZED (
  SELECT d.claim_line_id, d.rev, d.invoice_id, d.household_id
  FROM claim_decision d
  WHERE d.status IN ('PAID', 'REFUSED') AND d.run_id = ANY (:inputs)
    AND NOT EXISTS (SELECT FROM claim_told t WHERE t.claim_line_id = d.claim_line_id AND t.rev = d.rev)
)
INSERT INTO claim_told (claim_line_id, rev, sign, run_id, invoice_id, provider_id, household_id)
SELECT t.claim_line_id, t.rev, -1, :run, t.invoice_id, t.provider_id, t.household_id
FROM told t JOIN revised d USING (claim_line_id)
WHERE d.rev > t.rev
UNION ALL
SELECT d.claim_line_id, d.rev, 1, :run, d.invoice_id, i.provider_id, d.household_id
FROM untold d JOIN invoice i USING (invoice_id)
-- The last one that this run knows of.
WHERE NOT EXISTS (SELECT FROM revised r WHERE r.claim_line_id = d.claim_line_id AND r.rev > d.rev)
ORDER BY 1, 2
