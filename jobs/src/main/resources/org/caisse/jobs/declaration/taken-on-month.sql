-- Whether an employer's month came from an old system, by the take-ons that count for the run.
WITH counts AS (
  SELECT DISTINCT ON (section) run_id FROM take_on WHERE NOT refused AND run_id = ANY (:inputs) ORDER BY section, run_id DESC
)
SELECT EXISTS (SELECT FROM opening_debt WHERE employer_id = :employer AND period = :period AND run_id IN (SELECT run_id FROM counts))
    OR EXISTS (SELECT FROM earlier_contribution WHERE employer_id = :employer AND period = :period AND run_id IN (SELECT run_id FROM counts))
