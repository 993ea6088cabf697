-- The letters of a run with the debts that each asks for, and the letters of before about any of these debts.
SELECT d.series, d.year, d.number, d.stage, e.employer_no, coalesce(v.name, '') AS name, s.period, s.ogd_no, s.due, s.open_minor,
       coalesce(s.plan_no, 0) AS plan_no, s.since,
       (SELECT string_agg(DISTINCT format('%s-%s-%s', p.series, p.year, lpad(p.number::text, greatest(6, length(p.number::text)), '0')), ', ')
        FROM collection_step b
        JOIN run r ON r.run_id = b.run_id AND r.status = 'COMPLETED'
        JOIN document p ON p.run_id = b.run_id AND p.employer_id = b.employer_id AND p.stage = b.stage
        WHERE b.employer_id = d.employer_id AND b.run_id < :run
          AND (b.period, b.ogd_no) IN (SELECT period, ogd_no FROM collection_step
                                       WHERE run_id = :run AND employer_id = d.employer_id AND stage = d.stage)) AS before
FROM document d
JOIN collection_step s ON s.run_id = d.run_id AND s.employer_id = d.employer_id AND s.stage = d.stage
JOIN employer e ON e.employer_id = d.employer_id
LEFT JOIN LATERAL (SELECT name FROM employer_version WHERE employer_id = d.employer_id AND run_id < :run ORDER BY valid_from DESC, run_id DESC LIMIT 1) v ON true
WHERE d.run_id = :run
ORDER BY d.series, d.year, d.number, s.due, s.period, s.ogd_no
