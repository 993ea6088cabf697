-- Of a file in Caisse's own format there is nothing more to say than its hash.
SELECT f.ordinal, f.kind, f.name, f.bytes, f.sha256, f.received_on::text, nullif(f.sender, '') AS sender,
       CASE WHEN NOT g.own THEN nullif(g.format, '') END AS format, CASE WHEN NOT g.own THEN nullif(g.mapping, '') END AS mapping,
       g.canonical_sha256
FROM file f LEFT JOIN file_recognition g USING (file_id)
WHERE f.run_id = :run
ORDER BY f.ordinal
