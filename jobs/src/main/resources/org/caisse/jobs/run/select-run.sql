SELECT run_id, job, scope, seq, business_date, language, pack_id, pack_sha256, settings_sha256,
       coalesce(formats_sha256, '') AS formats_sha256, head_sha256, status, fence
FROM run
