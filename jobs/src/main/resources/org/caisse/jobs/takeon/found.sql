-- What the lines that are not refused give, to be compared with what the old system counts.
WITH line AS (
  SELECT j.* FROM judged_take_on j WHERE NOT EXISTS (SELECT FROM refused_take_on r WHERE (r.file_id, r.line_no) = (j.file_id, j.line_no))
), balance AS (
  SELECT CASE WHEN kind = 'DEBT' THEN :receivable WHEN kind = 'ACCOUNT' THEN account WHEN employer = '' THEN :suspense ELSE :advances END AS account,
         CASE WHEN kind = 'MONEY' THEN -amount_minor ELSE amount_minor END AS amount_minor
  FROM line
  WHERE kind IN ('DEBT', 'MONEY', 'ACCOUNT')
), per_file AS (
  SELECT f.kind AS file_kind, count(l.file_id) AS lines, coalesce(sum(l.amount_minor), 0) AS amount_minor
  FROM file f LEFT JOIN line l USING (file_id)
  WHERE f.run_id = :run AND f.kind <> 'take_on_control'
  GROUP BY f.kind
)
SELECT 'FILE' AS kind, replace(file_kind, '_', '-') COLLATE "C" AS key, 'COUNT' AS measure, lines::bigint AS found FROM per_file
UNION ALL
SELECT 'FILE', replace(file_kind, '_', '-'), 'TOTAL', amount_minor::bigint FROM per_file
UNION ALL
SELECT 'REGISTRY', 'ogds', 'COUNT',
       (SELECT count(*) FROM ogd k WHERE EXISTS (SELECT FROM ogd_version v WHERE v.ogd_id = k.ogd_id AND v.run_id = ANY (:inputs)
                                                   AND v.file_id <> ALL (:withdrawn)))
UNION ALL
SELECT 'REGISTRY', 'employers', 'COUNT',
       (SELECT count(*) FROM employer k WHERE EXISTS (SELECT FROM employer_version v WHERE v.employer_id = k.employer_id
                                                        AND v.run_id = ANY (:inputs) AND v.file_id <> ALL (:withdrawn)))
UNION ALL
SELECT 'REGISTRY', 'persons', 'COUNT',
       (SELECT count(*) FROM person k WHERE EXISTS (SELECT FROM person_version v WHERE v.person_id = k.person_id
                                                      AND v.run_id = ANY (:inputs) AND v.file_id <> ALL (:withdrawn)))
UNION ALL
SELECT 'EMPLOYER', employer, 'TOTAL', sum(CASE kind WHEN 'DEBT' THEN amount_minor ELSE -amount_minor END)::bigint
FROM line
WHERE employer <> '' AND kind IN ('DEBT', 'MONEY')
GROUP BY employer
UNION ALL
SELECT 'ACCOUNT', account, 'TOTAL', sum(amount_minor)::bigint FROM balance GROUP BY account
UNION ALL
SELECT 'ACCOUNT', :opening, 'TOTAL', -sum(amount_minor)::bigint FROM balance HAVING sum(amount_minor) <> 0
UNION ALL
-- Money that the section brought before: it is in the books, and must come again.
SELECT 'RECEIPT', r.account || ' ' || r.bank_ref, 'TOTAL', (SELECT l.amount_minor FROM line l WHERE l.here_id = r.receipt_id AND l.known = 'SAME')
FROM receipt r JOIN take_on t USING (run_id)
WHERE t.section = :section AND t.run_id <> :run AND NOT t.refused
