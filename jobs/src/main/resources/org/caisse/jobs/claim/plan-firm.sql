-- What of the history counts: firm lines of the households' members that took of a limit, an agreement or an episode in a window that can
-- hold care of the run, or at any time where a window has no end (within a prescription, only of one that the run has); and those of
-- the same days, which may be the same care as one of the run.
WITH number AS (
  SELECT household_id, person_id, person_id AS kept_id FROM claim_member WHERE run_id = :run
  UNION ALL
  SELECT m.household_id, b.person_id, b.kept_id
  FROM claim_member m JOIN standing_merge(:inputs) b ON b.kept_id = m.person_id
  WHERE m.run_id = :run
), asked AS MATERIALIZED (
  SELECT w.household_id, w.person_id, w.care_on,
         CASE WHEN l.prescription_no <> '' THEN l.prescription_no ELSE i.provider_no || ' ' || i.invoice_no END AS prescription
  FROM claim_work w JOIN claim_line l USING (claim_line_id) JOIN invoice i ON i.invoice_id = l.invoice_id
  WHERE w.run_id = :run AND w.kind <> 'FALLEN'
), since AS (
  SELECT household_id, least(min(care_on) - :days::integer, CASE WHEN :years THEN date_trunc('year', min(care_on))::date END) AS day
  FROM asked
  GROUP BY household_id
), taken AS (
  SELECT claim_line_id, rev, max(on_date) FILTER (WHERE limit_id = ANY (:bounded)) AS last,
         bool_or(limit_id <> ALL (:bounded) AND limit_id <> ALL (:ofPrescription)) AS ever, bool_or(limit_id = ANY (:ofPrescription)) AS prescribed
  FROM claim_consumption
  WHERE run_id <> :run AND (on_date >= (SELECT min(day) FROM since) OR limit_id <> ALL (:bounded))
  GROUP BY claim_line_id, rev
), candidate AS (
  SELECT n.household_id, n.kept_id, l.claim_line_id, t.rev
  FROM taken t
  JOIN claim_line l USING (claim_line_id)
  JOIN number n USING (person_id)
  JOIN since s USING (household_id)
  WHERE t.ever OR t.last >= s.day
  UNION
  SELECT n.household_id, n.kept_id, l.claim_line_id, t.rev
  FROM taken t
  JOIN claim_line l USING (claim_line_id)
  JOIN invoice i ON i.invoice_id = l.invoice_id
  JOIN number n USING (person_id)
  JOIN (SELECT DISTINCT household_id, prescription FROM asked) a
    ON a.household_id = n.household_id
   AND a.prescription = CASE WHEN l.prescription_no <> '' THEN l.prescription_no ELSE i.provider_no || ' ' || i.invoice_no END
  WHERE t.prescribed
  UNION
  SELECT n.household_id, n.kept_id, l.claim_line_id, 0
  FROM claim_line l
  JOIN number n USING (person_id)
  JOIN (SELECT DISTINCT person_id, care_on FROM asked) a ON a.person_id = n.kept_id AND a.care_on = l.care_on
  WHERE l.care_on BETWEEN (SELECT min(care_on) FROM asked) AND (SELECT max(care_on) FROM asked)
)
INSERT INTO claim_firm (run_id, household_id, claim_line_id, rev, person_id)
SELECT DISTINCT :run, c.household_id, c.claim_line_id, t.rev, c.kept_id
FROM candidate c
JOIN claim_told t ON t.claim_line_id = c.claim_line_id AND t.sign = 1 AND t.run_id = ANY (:inputs) AND (c.rev = 0 OR c.rev = t.rev)
WHERE NOT EXISTS (SELECT FROM claim_decision f WHERE f.claim_line_id = t.claim_line_id AND f.rev = t.rev + 1 AND f.rev > 1 AND f.run_id <> :run)
  AND NOT EXISTS (SELECT FROM claim_work w WHERE w.run_id = :run AND w.household_id = c.household_id AND w.claim_line_id = c.claim_line_id)
