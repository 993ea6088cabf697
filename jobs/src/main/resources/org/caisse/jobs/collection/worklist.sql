-- Formal notices about which people are to do something: those of this run, those of before that were not served, and those that were and
-- whose delay has passed.
SELECT kind, notice, e.employer_no, coalesce(v.name, '') AS name, period, ogd_no, open_minor, since
FROM (
  SELECT 'TO_SERVE' AS kind, format('%s-%s-%s', d.series, d.year, lpad(d.number::text, greatest(6, length(d.number::text)), '0')) AS notice,
         s.employer_id, s.period, s.ogd_no, s.open_minor, r.business_date AS since
  FROM collection_step s
  JOIN run r USING (run_id)
  JOIN document d ON d.run_id = s.run_id AND d.employer_id = s.employer_id AND d.stage = s.stage
  WHERE s.run_id = :run AND s.stage = 'FORMAL_NOTICE'
  UNION ALL
  SELECT kind, notice, employer_id, period, ogd_no, open_minor, since FROM collection_todo WHERE run_id = :run
) t
JOIN employer e USING (employer_id)
LEFT JOIN LATERAL (SELECT name FROM employer_version WHERE employer_id = t.employer_id AND run_id < :run ORDER BY valid_from DESC, run_id DESC LIMIT 1) v ON true
ORDER BY kind, notice COLLATE "C", e.employer_no, period, ogd_no
