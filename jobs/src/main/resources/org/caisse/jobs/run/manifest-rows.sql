SELECT m.seq, r.job, r.scope, r.seq AS run_seq, m.body, m.body_sha256, m.chain_sha256, m.envelope, m.hash, m.signature
FROM manifest m JOIN run r USING (run_id)
ORDER BY m.seq
