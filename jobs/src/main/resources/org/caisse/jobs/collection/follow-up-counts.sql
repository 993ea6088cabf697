SELECT (SELECT count(*) FROM document WHERE run_id = :run AND stage IN ('FIRST_REMINDER', 'SECOND_REMINDER'))  AS reminders,
       (SELECT count(*) FROM document WHERE run_id = :run AND stage = 'FORMAL_NOTICE')                         AS formal_notices,
       (SELECT count(*) FROM document WHERE run_id = :run AND stage = 'PLAN_BREACH')                           AS plan_breaches,
       (SELECT count(*) FROM collection_step WHERE run_id = :run)                                              AS debts,
       (SELECT coalesce(sum(open_minor), 0)::bigint FROM collection_step WHERE run_id = :run)                  AS asked_minor,
       (SELECT count(*) FROM collection_todo WHERE run_id = :run)                                              AS notices_to_act_on
