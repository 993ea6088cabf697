-- The employers, or the persons who owe themselves (:persons), to whom the run sends a statement, with the settlement after which they were sent
-- the last one before, or 0.
CREATE TEMP TABLE told ON COMMIT DROP AS
SELECT coalesce(d.person_id, d.employer_id) AS debtor_id, coalesce(p.person_no, e.employer_no) AS debtor_no, d.year, d.number,
       coalesce(b.run_id, 0) AS before
FROM document d
LEFT JOIN employer e USING (employer_id)
LEFT JOIN person p USING (person_id)
LEFT JOIN (SELECT coalesce(person_id, employer_id) AS debtor_id, max(run_id) AS run_id FROM document
           WHERE series = 'RELEVE' AND period IS NULL AND run_id < :run AND (person_id IS NOT NULL) = :persons
           GROUP BY 1) b ON b.debtor_id = coalesce(d.person_id, d.employer_id)
WHERE d.series = 'RELEVE' AND d.run_id = :run AND (d.person_id IS NOT NULL) = :persons
