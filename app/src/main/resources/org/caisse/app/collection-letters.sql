-- The letters that an employer got about its debts, with what each asked for and when it was served.
SELECT format('%s-%s-%s', d.series, d.year, lpad(d.number::text, greatest(6, length(d.number::text)), '0')) AS number, d.stage,
       r.business_date AS issued,
       (SELECT string_agg(DISTINCT to_char(s.period, 'YYYY-MM'), ', ' ORDER BY to_char(s.period, 'YYYY-MM'))
        FROM collection_step s WHERE s.run_id = d.run_id AND s.employer_id = d.employer_id AND s.stage = d.stage) AS months,
       (SELECT sum(s.open_minor)::bigint
        FROM collection_step s WHERE s.run_id = d.run_id AND s.employer_id = d.employer_id AND s.stage = d.stage) AS asked,
       v.on_day AS served
FROM document d
JOIN run r USING (run_id)
LEFT JOIN standing_decision v ON v.kind = 'SERVICE' AND (v.series, v.year, v.number) = (d.series, d.year, d.number)
WHERE d.employer_id = :employer AND d.stage IS NOT NULL AND r.status = 'COMPLETED'
ORDER BY r.business_date, d.series, d.year, d.number
