SELECT r.*, s.*
FROM file_result r,
     (SELECT coalesce(sum(employer_minor), 0) AS employer_minor, coalesce(sum(insured_minor), 0) AS insured_minor,
             coalesce(sum(state_minor), 0) AS state_minor
      FROM declaration WHERE file_id = :file AND status = 'FILED') s
WHERE r.file_id = :file
