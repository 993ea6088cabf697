SELECT r.run_id AS id, r.scope || '/' || r.job || '-' || r.seq AS run, r.status, r.business_date::text AS business_date,
       to_char(extract(epoch FROM coalesce(r.ended_at, now()) - r.created_at), 'FM999990.0') AS seconds,
       (SELECT count(*) FROM refusal x WHERE x.run_id = r.run_id) AS rejects, r.started_by AS by
FROM run r
WHERE NOT :open OR r.status NOT IN ('COMPLETED', 'ABANDONED')
ORDER BY r.run_id DESC
