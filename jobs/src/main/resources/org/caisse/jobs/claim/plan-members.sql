-- Who belongs to the households of a run: whose care is judged, and whose care counts for the same limits.
WITH household AS (
  SELECT DISTINCT household_id FROM claim_work WHERE run_id = :run
), family AS (
  SELECT DISTINCT r.person_id FROM standing_right(:inputs) r WHERE r.head_id IN (SELECT household_id FROM household)
), head AS (
  SELECT DISTINCT ON (r.person_id) r.person_id, r.head_id
  FROM standing_right(:inputs) r
  WHERE r.person_id IN (SELECT person_id FROM family)
  ORDER BY r.person_id, r.payer = ANY (:insurers) DESC, r.valid_from DESC, r.payer, r.head_id
)
INSERT INTO claim_member (run_id, household_id, person_id)
SELECT :run, household_id, person_id FROM claim_work WHERE run_id = :run
UNION
SELECT :run, h.household_id, d.person_id FROM household h JOIN head d ON d.head_id = h.household_id
-- A number that is merged by now has no right of its own, whatever the last entitlement knew.
WHERE d.person_id NOT IN (SELECT person_id FROM standing_merge(:inputs))
