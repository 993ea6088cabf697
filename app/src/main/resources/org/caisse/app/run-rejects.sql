SELECT code, count(*) AS count FROM line_reject WHERE run_id = :run GROUP BY code ORDER BY count(*) DESC, code
