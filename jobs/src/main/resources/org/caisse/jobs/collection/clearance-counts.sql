SELECT (SELECT count(*) FROM clearance WHERE run_id = :run)                           AS certificates,
       (SELECT count(*) FROM clearance WHERE run_id = :run AND kind = 'UNDER_PLAN')   AS under_plan
