-- Persons whose care waits because their day of birth is not known, the longest waiting first. Few lines wait: they are looked up one by one.
WITH waiting AS MATERIALIZED (
  SELECT d.claim_line_id, d.rev
  FROM claim_decision d
  WHERE d.status = 'PENDED' AND d.pend = :pend AND d.run_id <= :run
    AND NOT EXISTS (SELECT FROM claim_decision n
                    WHERE n.claim_line_id = d.claim_line_id AND n.rev = d.rev + 1 AND n.rev > 1 AND n.run_id <= :run)
), line AS MATERIALIZED (
  SELECT l.person_id, l.invoice_id, s.minor
  FROM waiting w
  CROSS JOIN LATERAL (SELECT person_id, invoice_id FROM claim_line WHERE claim_line_id = w.claim_line_id OFFSET 0) l
  CROSS JOIN LATERAL (SELECT sum(amount_minor)::bigint AS minor FROM claim_share
                      WHERE claim_line_id = w.claim_line_id AND rev = w.rev) s
), name AS (
  SELECT DISTINCT ON (person_id) person_id, last_name, first_name
  FROM person_version
  WHERE run_id = ANY (:inputs) AND valid_from <= :day AND person_id IN (SELECT person_id FROM line)
  ORDER BY person_id, valid_from DESC, run_id DESC
)
SELECT q.person_no, coalesce(min(n.last_name), '') AS last_name, coalesce(min(n.first_name), '') AS first_name, count(*) AS lines,
       coalesce(sum(l.minor), 0)::bigint AS reserved_minor, min(i.received_on) AS since,
       string_agg(DISTINCT i.provider_no, ', ' ORDER BY i.provider_no) AS providers
FROM line l
JOIN invoice i USING (invoice_id)
JOIN person q ON q.person_id = l.person_id
LEFT JOIN name n ON n.person_id = l.person_id
GROUP BY q.person_no
ORDER BY since, q.person_no
