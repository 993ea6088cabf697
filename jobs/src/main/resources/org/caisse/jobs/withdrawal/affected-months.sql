-- Months that an assessment was asked for, and of which a file says something.
SELECT DISTINCT r.scope
FROM run r
WHERE r.job = :job
  AND (to_date(r.scope, 'YYYY-MM') IN (SELECT period FROM declaration WHERE file_id = :file AND status = 'FILED')
       OR EXISTS (SELECT FROM (SELECT valid_from FROM ogd_version WHERE file_id = :file
                               UNION ALL SELECT valid_from FROM employer_version WHERE file_id = :file
                               UNION ALL SELECT valid_from FROM person_version WHERE file_id = :file) v
                  WHERE v.valid_from < to_date(r.scope, 'YYYY-MM') + interval '1 month'))
ORDER BY r.scope
