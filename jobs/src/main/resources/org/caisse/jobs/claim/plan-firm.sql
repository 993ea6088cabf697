-- What of the history counts: firm lines of the households' members that took of a limit, an agreement or an episode in a window that can
-- hold care of the run, or at any time where a window has no end (within a prescription, only of one that the run has); and those of
-- the same days, which may be the same care as one of the run. What a person had is found by person and day, and each row by its key.
WITH number AS MATERIALIZED (
  SELECT household_id, person_id, person_id AS kept_id FROM claim_member WHERE run_id = :run
  UNION ALL
  SELECT m.household_id, b.person_id, b.kept_id
  FROM claim_member m JOIN standing_merge(:inputs) b ON b.kept_id = m.person_id
  WHERE m.run_id = :run
), asked AS MATERIALIZED (
  SELECT w.household_id, w.person_id, w.care_on,
         CASE WHEN l.prescription_no <> '' THEN l.prescription_no ELSE i.provider_no || ' ' || i.invoice_no END AS prescription
  FROM claim_work w
  CROSS JOIN LATERAL (SELECT prescription_no, invoice_id FROM claim_line l WHERE l.claim_line_id = w.claim_line_id OFFSET 0) l
  JOIN invoice i ON i.invoice_id = l.invoice_id
  WHERE w.run_id = :run AND w.kind <> 'FALLEN'
), since AS MATERIALIZED (
  SELECT household_id, least(min(care_on) - :days::integer, CASE WHEN :years THEN date_trunc('year', min(care_on))::date END) AS day
  FROM asked
  GROUP BY household_id
), seen AS MATERIALIZED (
  -- Care since then.
  SELECT n.household_id, n.kept_id, l.claim_line_id, l.care_on
  FROM number n
  JOIN since s USING (household_id)
  CROSS JOIN LATERAL (SELECT claim_line_id, care_on FROM claim_line l WHERE l.person_id = n.person_id AND l.care_on >= s.day OFFSET 0) l
), old AS MATERIALIZED (
  -- Of it, what was told.
  SELECT s.household_id, s.kept_id, s.claim_line_id, s.care_on, t.rev
  FROM seen s
  LEFT JOIN claim_work w ON w.run_id = :run AND w.household_id = s.household_id AND w.claim_line_id = s.claim_line_id
  CROSS JOIN LATERAL (SELECT rev FROM claim_told t WHERE t.claim_line_id = s.claim_line_id AND t.sign = 1 AND t.run_id = ANY (:inputs) OFFSET 0) t
  WHERE w.claim_line_id IS NULL
), counts AS (
  -- In a window.
  SELECT o.household_id, o.kept_id, o.claim_line_id, o.rev
  FROM old o
  WHERE EXISTS (SELECT FROM claim_consumption c
                WHERE c.claim_line_id = o.claim_line_id AND c.rev = o.rev AND c.limit_id = ANY (:bounded) AND c.run_id <> :run OFFSET 0)
  UNION
  -- On the same day.
  SELECT o.household_id, o.kept_id, o.claim_line_id, o.rev
  FROM old o JOIN (SELECT DISTINCT person_id, care_on FROM asked) a ON a.person_id = o.kept_id AND a.care_on = o.care_on
  UNION
  -- At any time.
  SELECT n.household_id, n.kept_id, t.claim_line_id, t.rev
  FROM (SELECT DISTINCT claim_line_id, rev, limit_id = ANY (:ofPrescription) AS prescribed FROM claim_consumption
        WHERE limit_id <> ALL (:bounded) AND run_id <> :run) t
  CROSS JOIN LATERAL (SELECT person_id, invoice_id, prescription_no FROM claim_line l WHERE l.claim_line_id = t.claim_line_id OFFSET 0) l
  JOIN invoice i ON i.invoice_id = l.invoice_id
  JOIN number n USING (person_id)
  LEFT JOIN (SELECT DISTINCT household_id, prescription FROM asked) a
    ON a.household_id = n.household_id
   AND a.prescription = CASE WHEN l.prescription_no <> '' THEN l.prescription_no ELSE i.provider_no || ' ' || i.invoice_no END
  WHERE NOT t.prescribed OR a.household_id IS NOT NULL
)
INSERT INTO claim_firm (run_id, household_id, claim_line_id, rev, person_id)
SELECT :run, c.household_id, c.claim_line_id, c.rev, c.kept_id
FROM counts c
WHERE EXISTS (SELECT FROM claim_told t WHERE t.claim_line_id = c.claim_line_id AND t.rev = c.rev AND t.sign = 1 AND t.run_id = ANY (:inputs) OFFSET 0)
  AND NOT EXISTS (SELECT FROM claim_decision f WHERE f.claim_line_id = c.claim_line_id AND f.rev = c.rev + 1 AND f.rev > 1 AND f.run_id <> :run)
  AND NOT EXISTS (SELECT FROM claim_work w WHERE w.run_id = :run AND w.household_id = c.household_id AND w.claim_line_id = c.claim_line_id)
ORDER BY 2, 3
