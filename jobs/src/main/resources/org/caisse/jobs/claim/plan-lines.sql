-- Which lines are to be judged, and what of earlier decisions counts no more; each under the household of its person.
WITH standing AS (
  SELECT l.claim_line_id, l.invoice_id, l.person_id, l.care_on
  FROM standing_invoice(:inputs, :withdrawn) i JOIN claim_line l USING (invoice_id)
  WHERE l.run_id = ANY (:inputs) AND l.file_id <> ALL (:withdrawn)
), latest AS (
  SELECT DISTINCT ON (claim_line_id) claim_line_id, rev, invoice_id, status, verdict_sha256
  FROM claim_decision
  WHERE run_id <> :run
  ORDER BY claim_line_id, rev DESC
), work AS (
  SELECT s.claim_line_id, s.invoice_id, s.person_id, s.care_on, 'LINE' AS kind, coalesce(d.rev, 0) AS rev,
         CASE WHEN d.status = 'WITHDRAWN' THEN '' ELSE coalesce(d.verdict_sha256, '') END AS verdict_sha256
  FROM standing s LEFT JOIN latest d USING (claim_line_id)
  -- What a remittance told is firm, as long as nothing was decided after it.
  WHERE NOT EXISTS (SELECT FROM claim_told t WHERE t.claim_line_id = d.claim_line_id AND t.rev = d.rev AND t.sign = 1 AND t.run_id = ANY (:inputs))
  UNION ALL
  SELECT d.claim_line_id, d.invoice_id, l.person_id, l.care_on, 'FALLEN', d.rev, d.verdict_sha256
  FROM latest d JOIN claim_line l USING (claim_line_id)
  WHERE d.status <> 'WITHDRAWN' AND NOT EXISTS (SELECT FROM standing s WHERE s.claim_line_id = d.claim_line_id)
), person AS (
  SELECT p.person_id, coalesce(m.kept_id, p.person_id) AS kept_id
  FROM (SELECT DISTINCT person_id FROM work) p LEFT JOIN standing_merge(:inputs) m USING (person_id)
), head AS (
  -- A family is the one of the basic scheme, where there is a right with it.
  SELECT DISTINCT ON (r.person_id) r.person_id, r.head_id
  FROM standing_right(:inputs) r
  WHERE r.person_id IN (SELECT kept_id FROM person)
  ORDER BY r.person_id, r.payer = ANY (:insurers) DESC, r.valid_from DESC, r.payer, r.head_id
)
INSERT INTO claim_work (run_id, household_id, claim_line_id, person_id, invoice_id, care_on, kind, rev, verdict_sha256)
SELECT :run, coalesce(h.head_id, p.kept_id), w.claim_line_id, p.kept_id, w.invoice_id, w.care_on, w.kind, w.rev, w.verdict_sha256
FROM work w
JOIN person p USING (person_id)
LEFT JOIN head h ON h.person_id = p.kept_id
