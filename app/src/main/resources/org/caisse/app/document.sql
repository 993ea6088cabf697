SELECT d.run_id, r.job, r.scope, r.seq, r.business_date, r.language, r.status, d.period, e.employer_no, d.ogd_no, p.provider_no, h.person_no,
       d.stage, f.name AS file_name, f.ordinal
FROM document d
JOIN run r USING (run_id)
LEFT JOIN employer e USING (employer_id)
LEFT JOIN provider p USING (provider_id)
LEFT JOIN person h USING (person_id)
LEFT JOIN file f ON f.file_id = d.file_id
WHERE d.series = :series AND d.year = :year AND d.number = :number
