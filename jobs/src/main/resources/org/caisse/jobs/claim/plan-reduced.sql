-- Firm lines that a limit had reduced, of households of which something is taken back: what it took of the limit is free again.
WITH number AS (
  SELECT m.household_id, m.person_id, m.person_id AS kept_id
  FROM claim_member m
  WHERE m.run_id = :run AND m.household_id IN (SELECT household_id FROM claim_work WHERE run_id = :run AND kind = 'FALLEN')
  UNION ALL
  SELECT m.household_id, b.person_id, b.kept_id
  FROM claim_member m JOIN standing_merge(:inputs) b ON b.kept_id = m.person_id
  WHERE m.run_id = :run AND m.household_id IN (SELECT household_id FROM claim_work WHERE run_id = :run AND kind = 'FALLEN')
)
INSERT INTO claim_work (run_id, household_id, claim_line_id, person_id, invoice_id, care_on, kind, rev, verdict_sha256)
SELECT DISTINCT :run, n.household_id, l.claim_line_id, n.kept_id, d.invoice_id, l.care_on, 'REDUCED', d.rev, d.verdict_sha256
FROM number n
JOIN claim_line l USING (person_id)
JOIN claim_told t ON t.claim_line_id = l.claim_line_id AND t.sign = 1 AND t.run_id = ANY (:inputs)
JOIN claim_decision d ON d.claim_line_id = t.claim_line_id AND d.rev = t.rev
JOIN claim_reduction r ON r.claim_line_id = d.claim_line_id AND r.rev = d.rev AND r.code = ANY (:limits)
WHERE NOT EXISTS (SELECT FROM claim_decision f WHERE f.claim_line_id = d.claim_line_id AND f.rev = d.rev + 1 AND f.run_id <> :run)
  AND NOT EXISTS (SELECT FROM claim_work w WHERE w.run_id = :run AND w.household_id = n.household_id AND w.claim_line_id = l.claim_line_id)
