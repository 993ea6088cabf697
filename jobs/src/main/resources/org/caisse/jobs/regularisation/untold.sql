SELECT count(*)
FROM untold_assessment(:from, :to, ARRAY (SELECT run_id FROM run WHERE status = 'COMPLETED' AND business_date <= :date))
