-- The next manifest, with what the database knows of its run.
SELECT m.seq, m.run_id, r.job, r.scope, r.seq AS run_seq, r.business_date, r.pack_sha256, r.settings_sha256, r.formats_sha256,
       r.ruleset,
       m.body, m.body_sha256, m.chain_sha256, m.envelope, m.hash, m.signature
FROM manifest m JOIN run r USING (run_id)
WHERE m.seq > ?
ORDER BY m.seq
LIMIT 1
