SELECT ogd_no FROM control_finding WHERE run_id = :run
UNION
SELECT ogd_no FROM silent_employer WHERE run_id = :run
ORDER BY ogd_no
