-- Which lines are to be judged, and what of earlier decisions counts no more; each under the household of its person. Nearly all that ever
-- came in is firm: it is set aside by the keys alone, and of the rest each row is looked up by its key (OFFSET 0 keeps the server from
-- joining the tables whole), so that the history costs no more than the pass over its keys.
WITH replacing AS MATERIALIZED (
  SELECT provider_id, invoice_no, version
  FROM invoice
  WHERE version > 1 AND status = 'FILED' AND completes_id IS NULL AND run_id = ANY (:inputs) AND file_id <> ALL (:withdrawn)
), candidate AS MATERIALIZED (
  -- All but the lines that a remittance told and nothing has touched since.
  SELECT l.claim_line_id FROM claim_line l WHERE NOT EXISTS (SELECT FROM claim_told t WHERE t.claim_line_id = l.claim_line_id)
  UNION
  SELECT claim_line_id FROM claim_decision WHERE rev > 1 AND run_id <> :run
  UNION
  -- Remittances of later days do not count yet.
  SELECT claim_line_id FROM claim_told
  WHERE run_id IN (SELECT run_id FROM run WHERE job = 'remittance' AND run_id <> ALL (:inputs))
  UNION
  SELECT l.claim_line_id
  FROM invoice i
  JOIN replacing r ON r.provider_id = i.provider_id AND r.invoice_no = i.invoice_no AND r.version > i.version
  JOIN claim_line l USING (invoice_id)
  UNION
  SELECT l.claim_line_id FROM invoice i JOIN claim_line l USING (invoice_id) WHERE i.file_id = ANY (:withdrawn)
  UNION
  SELECT l.claim_line_id
  FROM unnest(:withdrawn::integer[]) w (file_id)
  -- Ids of lines begin with their file.
  JOIN claim_line l ON l.claim_line_id BETWEEN first_claim_line_id(w.file_id) AND first_claim_line_id(w.file_id) + 16777215
  ORDER BY 1
), line AS MATERIALIZED (
  SELECT c.claim_line_id, l.invoice_id, l.person_id, l.care_on, l.run_id = ANY (:inputs) AND l.file_id <> ALL (:withdrawn) AS known,
         d.rev, d.status, d.verdict_sha256, d.invoice_id AS decided_for, t.told
  FROM candidate c
  CROSS JOIN LATERAL (SELECT * FROM claim_line l WHERE l.claim_line_id = c.claim_line_id OFFSET 0) l
  LEFT JOIN LATERAL (SELECT * FROM claim_decision d WHERE d.claim_line_id = c.claim_line_id AND d.run_id <> :run ORDER BY d.rev DESC LIMIT 1) d ON true
  LEFT JOIN LATERAL (SELECT true AS told FROM claim_told t
                     WHERE t.claim_line_id = d.claim_line_id AND t.rev = d.rev AND t.sign = 1 AND t.run_id = ANY (:inputs) LIMIT 1) t ON true
), standing AS MATERIALIZED (
  -- Invoices that stand, as of standing_invoice.
  SELECT i.invoice_id
  FROM (SELECT DISTINCT invoice_id FROM line WHERE known) w
  CROSS JOIN LATERAL (SELECT * FROM invoice i WHERE i.invoice_id = w.invoice_id OFFSET 0) i
  WHERE i.status = 'FILED' AND i.completes_id IS NULL AND i.run_id = ANY (:inputs) AND i.file_id <> ALL (:withdrawn)
    AND NOT EXISTS (SELECT FROM replacing r WHERE r.provider_id = i.provider_id AND r.invoice_no = i.invoice_no AND r.version > i.version)
    AND (i.filing = 1
         OR NOT EXISTS (SELECT FROM invoice o
                        WHERE o.provider_id = i.provider_id AND o.invoice_no = i.invoice_no AND o.version = i.version
                          AND o.invoice_id < i.invoice_id AND o.status = 'FILED' AND o.completes_id IS NULL AND o.run_id = ANY (:inputs)
                          AND o.file_id <> ALL (:withdrawn)))
), work AS MATERIALIZED (
  SELECT l.claim_line_id, CASE WHEN i.invoice_id IS NULL THEN l.decided_for ELSE l.invoice_id END AS invoice_id, l.person_id, l.care_on,
         CASE WHEN i.invoice_id IS NULL THEN 'FALLEN' ELSE 'LINE' END AS kind, coalesce(l.rev, 0) AS rev,
         CASE WHEN l.status = 'WITHDRAWN' THEN '' ELSE coalesce(l.verdict_sha256, '') END AS verdict_sha256
  FROM line l LEFT JOIN standing i ON i.invoice_id = l.invoice_id AND l.known
  WHERE CASE WHEN i.invoice_id IS NULL THEN l.status <> 'WITHDRAWN'
        -- What a remittance told is firm, as long as nothing was decided after it.
        ELSE l.told IS NULL
        END
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
ORDER BY 2, 3
