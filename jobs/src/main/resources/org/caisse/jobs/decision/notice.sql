-- A formal notice, with the day on which it was served, if somebody recorded it.
SELECT d.employer_id, r.business_date AS issued, s.on_day AS served, s.decision_no
FROM document d
JOIN run r USING (run_id)
LEFT JOIN standing_decision s ON s.kind = 'SERVICE' AND (s.series, s.year, s.number) = (d.series, d.year, d.number)
WHERE d.series = 'MED' AND d.year = :year AND d.number = :number AND r.status = 'COMPLETED'
