-- What came from an employer, or from a person who owes himself (:persons), the last first.
SELECT r.receipt_no, r.value_date, r.account, r.bank_ref, r.amount_minor, m.rule, m.why,
       coalesce((SELECT sum(amount_minor) FROM allocation a WHERE a.receipt_id = r.receipt_id), 0)::bigint AS allocated_minor,
       EXISTS (SELECT FROM receipt b WHERE b.takes_back = r.receipt_id) AS taken_back
FROM (SELECT DISTINCT ON (receipt_id) receipt_id, employer_id, person_id, rule, why FROM receipt_match ORDER BY receipt_id, run_id DESC) m
JOIN receipt r USING (receipt_id)
WHERE CASE WHEN :persons THEN m.person_id IN (SELECT person_id FROM kept_person WHERE kept_id = :debtor) ELSE m.employer_id = :debtor END
ORDER BY r.value_date DESC, r.account, r.bank_ref
