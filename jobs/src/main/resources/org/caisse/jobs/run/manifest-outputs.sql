-- Of files whose bytes may differ from machine to machine the body says the content; their bytes are in the envelope.
SELECT place, name,
       CASE WHEN content_sha256 IS NULL THEN bytes END AS bytes,
       CASE WHEN content_sha256 IS NULL THEN sha256 END AS sha256,
       rows, content_sha256
FROM output
WHERE run_id = :run
ORDER BY place, name COLLATE "C"
