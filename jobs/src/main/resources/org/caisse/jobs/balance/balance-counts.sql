SELECT (SELECT count(*) FROM run_input WHERE run_id = :run) AS runs,
       (SELECT count(*) FROM posting WHERE run_id IN (SELECT input_run_id FROM run_input WHERE run_id = :run)
          AND posting_period = (SELECT to_date(scope, 'YYYY-MM') FROM run WHERE run_id = :run)) AS postings
