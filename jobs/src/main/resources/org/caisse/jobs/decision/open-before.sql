-- The first period before one that has postings and is open.
SELECT min(p.posting_period)
FROM posting p
WHERE p.posting_period < :period AND NOT EXISTS (SELECT FROM period_state s WHERE s.period = p.posting_period)
HAVING min(p.posting_period) IS NOT NULL
