SELECT (SELECT count(*) FROM decision WHERE run_id = :run)                               AS decisions,
       (SELECT count(*) FROM decision_approval WHERE run_id = :run)                      AS approvals,
       (SELECT coalesce(sum(amount_minor), 0) FROM decision WHERE run_id = :run)         AS decided_minor,
       (SELECT coalesce(sum(amount_minor), 0) FROM decision JOIN decision_approval a USING (decision_no) WHERE a.run_id = :run)
                                                                                          AS approved_minor
