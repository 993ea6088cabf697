SELECT regexp_replace(name, '\.csv$', '') AS list, alone_rows AS rows, alone_most AS most
FROM output WHERE run_id = :run AND alone_rows IS NOT NULL ORDER BY name COLLATE "C"
