-- Files that were taken in, the latest first, and what became of them.
SELECT f.file_id AS id, f.received_on::text AS day, f.run_id, r.scope || '/' || r.job || '-' || r.seq || '/' || f.ordinal AS label, f.kind,
       f.name, coalesce(g.format, '') AS format, coalesce(g.mapping, '') AS mapping, x.declarations, x.person_lines AS lines, x.accepted,
       x.rejected, x.repeated_lines AS repeated,
       CASE WHEN r.status = 'ABANDONED' THEN 'ABANDONED'
            WHEN r.status <> 'COMPLETED' THEN 'UNDER_WAY'
            WHEN is_withdrawn(f.file_id) THEN 'WITHDRAWN'
            WHEN x.refused <> 0 THEN 'REFUSED'
            ELSE 'STANDING' END AS state
FROM file f
JOIN run r USING (run_id)
LEFT JOIN file_recognition g USING (file_id)
LEFT JOIN file_result x USING (file_id)
WHERE (:name = '' OR strpos(lower(f.name), lower(:name)) > 0)
  AND (:day::date IS NULL OR f.received_on = :day::date)
  AND (:file = 0 OR f.file_id = :file)
ORDER BY f.file_id DESC
