-- Each line with what is known of it: the registry's numbers, lines that say the same, what other sections brought, money that is here.
CREATE TEMP TABLE judged_take_on ON COMMIT DROP AS
WITH employers AS (
  SELECT employer_id, employer_no FROM employer e
  WHERE EXISTS (SELECT FROM employer_version v
                WHERE v.employer_id = e.employer_id AND v.run_id = ANY (:inputs) AND v.file_id <> ALL (:withdrawn))
), persons AS (
  SELECT person_id, person_no FROM person p
  WHERE EXISTS (SELECT FROM person_version v
                WHERE v.person_id = p.person_id AND v.run_id = ANY (:inputs) AND v.file_id <> ALL (:withdrawn))
), ogds AS (
  SELECT ogd_no FROM ogd k
  WHERE EXISTS (SELECT FROM ogd_version v WHERE v.ogd_id = k.ogd_id AND v.run_id = ANY (:inputs) AND v.file_id <> ALL (:withdrawn))
), elsewhere AS (
  SELECT DISTINCT ON (d.employer_id) d.employer_id, s.section
  FROM opening_debt d JOIN standing_take_on s USING (run_id)
  WHERE s.section <> :section
  ORDER BY d.employer_id, s.section
), here AS (
  SELECT DISTINCT ON (r.account, r.bank_ref) r.account, r.bank_ref, r.receipt_id, r.value_date, r.amount_minor, m.employer_id,
         t.section = :section AS own
  FROM receipt r
  LEFT JOIN take_on t USING (run_id)
  LEFT JOIN receipt_match m ON m.receipt_id = r.receipt_id AND m.run_id = r.run_id
  WHERE (r.account, r.bank_ref) IN (SELECT account, reference FROM incoming_take_on WHERE kind = 'MONEY')
  ORDER BY r.account, r.bank_ref, r.taken DESC
), line AS (
  SELECT i.*, e.employer_id, p.person_id, o.ogd_no IS NOT NULL AS ogd_known,
         (row_number() OVER (PARTITION BY i.kind, CASE i.kind WHEN 'MONEY' THEN '' ELSE i.employer END, i.person, i.ogd, i.component, i.period,
                               i.account, i.reference, i.valid_from
                             ORDER BY i.file_id, i.line_no))::integer AS rank,
         first_value(i.due) OVER month IS DISTINCT FROM i.due OR first_value(i.late_from) OVER month IS DISTINCT FROM i.late_from AS other_terms
  FROM incoming_take_on i
  LEFT JOIN employers e ON e.employer_no = i.employer
  LEFT JOIN persons p ON p.person_no = i.person
  LEFT JOIN ogds o ON o.ogd_no = i.ogd
  WINDOW month AS (PARTITION BY i.kind, i.employer, i.period, i.ogd ORDER BY i.file_id, i.line_no)
)
SELECT l.*, CASE WHEN l.kind = 'DEBT' THEN coalesce(x.section, '') ELSE '' END AS elsewhere, h.receipt_id AS here_id,
       CASE WHEN h.receipt_id IS NULL THEN 'NOTHING'
            WHEN h.own AND (h.value_date, h.amount_minor) = (l.value_date, l.amount_minor)
              AND h.employer_id IS NOT DISTINCT FROM l.employer_id THEN 'SAME'
            ELSE 'OTHER' END AS known
FROM line l
LEFT JOIN elsewhere x ON x.employer_id = l.employer_id
LEFT JOIN here h ON l.kind = 'MONEY' AND h.account = l.account AND h.bank_ref = l.reference
