SELECT r.run_id AS id, r.scope || '/' || r.job || '-' || r.seq AS run, r.status, r.business_date::text AS business_date, r.language,
       r.pack_id AS pack, left(r.pack_sha256, 16) AS pack_sha256, left(r.settings_sha256, 16) AS settings_sha256,
       r.started_by AS by, r.created_at::timestamptz(0)::text AS began, r.ended_at::timestamptz(0)::text AS ended, r.failure,
       m.seq AS manifest, m.chain_sha256 AS chain, m.body::json -> 'counts' #>> '{}' AS counts,
       m.body::json #>> '{abandoned,reason}' AS given_up
FROM run r LEFT JOIN manifest m USING (run_id)
WHERE r.run_id = :run
