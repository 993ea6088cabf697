SELECT sum(pg_total_relation_size(oid))
FROM pg_class
WHERE relkind = 'r' AND relname IN ('plain_line', 'plain_rate', 'plain_contribution', 'plain_employer')
