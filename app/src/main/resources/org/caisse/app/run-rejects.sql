SELECT code, count(*) AS count FROM refusal WHERE run_id = :run GROUP BY code ORDER BY count(*) DESC, code
