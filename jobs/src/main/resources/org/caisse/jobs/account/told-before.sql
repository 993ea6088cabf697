-- The employers to whom the run sends a statement, with the settlement after which they were sent the last one before, or 0.
CREATE TEMP TABLE told ON COMMIT DROP AS
SELECT d.employer_id, e.employer_no, d.year, d.number, coalesce(b.run_id, 0) AS before
FROM document d
JOIN employer e USING (employer_id)
LEFT JOIN (SELECT employer_id, max(run_id) AS run_id FROM document
           WHERE series = 'RELEVE' AND period IS NULL AND run_id < :run
           GROUP BY employer_id) b USING (employer_id)
WHERE d.series = 'RELEVE' AND d.run_id = :run
