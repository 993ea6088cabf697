-- Tables with so many changes since they were last analyzed that the planner would be wrong about them.
SELECT quote_ident(relname)
FROM pg_stat_user_tables
WHERE schemaname = current_schema() AND n_mod_since_analyze > 1000 AND n_mod_since_analyze > n_live_tup / 10
ORDER BY relname
