SELECT place, name,
       CASE WHEN place = 'outbox' THEN bytes END AS bytes,
       CASE WHEN place = 'outbox' THEN sha256 END AS sha256,
       rows, content_sha256
FROM output
WHERE run_id = :run
ORDER BY place, name COLLATE "C"
