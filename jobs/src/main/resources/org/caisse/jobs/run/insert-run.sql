-- Numbers without gaps, also after a kill or a dry run: documents name them. Whoever inserts holds the lock of freezing.
INSERT INTO run (run_id, job, scope, seq, business_date, language, pack_id, pack_sha256, settings_sha256, formats_sha256, ruleset, head_sha256, started_by,
                 asked, status) OVERRIDING SYSTEM VALUE
VALUES ((SELECT coalesce(max(run_id), 0) + 1 FROM run), :job, :scope, :seq, :businessDate, :language, :packId, :packSha256, :settingsSha256, :formatsSha256,
        :ruleset, coalesce((SELECT chain_sha256 FROM manifest ORDER BY seq DESC LIMIT 1), repeat('0', 64)), :user, :asked, 'STOPPED')
RETURNING run_id
