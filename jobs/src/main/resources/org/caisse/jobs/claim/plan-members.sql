-- Who belongs to the households of a run: whose care is judged, and whose care counts for the same limits.
WITH household AS (
  SELECT DISTINCT household_id FROM claim_work WHERE run_id = :run
), head AS (
  SELECT DISTINCT ON (r.person_id) r.person_id, r.head_person_id
  FROM rights_period r
  WHERE r.run_id = ANY (:inputs) AND r.reverses IS NULL
    AND NOT EXISTS (SELECT FROM rights_period b WHERE b.person_id = r.person_id AND b.reverses = r.rev AND b.run_id = ANY (:inputs))
    AND r.person_id IN (SELECT m.person_id FROM rights_period m JOIN household h ON h.household_id = m.head_person_id)
  ORDER BY r.person_id, r.valid_from DESC, r.rev DESC
)
INSERT INTO claim_member (run_id, household_id, person_id)
SELECT :run, household_id, person_id FROM claim_work WHERE run_id = :run
UNION
SELECT :run, h.household_id, d.person_id FROM household h JOIN head d ON d.head_person_id = h.household_id
