-- The last household of the next portion.
SELECT max(household_id)
FROM (SELECT DISTINCT household_id FROM claim_work WHERE run_id = :run AND household_id > :after ORDER BY household_id LIMIT :most) h
