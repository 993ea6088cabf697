-- What is posted for care of closed days, by debtor and month of care: the entries that stand, and the last revision.
WITH entry AS (
  SELECT DISTINCT ON (debtor, debtor_id, value_period, ogd_no) debtor, debtor_id, value_period, ogd_no, rev, reverses, amount_minor
  FROM ledger_entry
  WHERE debtor IN ('EMPLOYER_CARE', 'PERSON_CARE') AND run_id <> :run
  ORDER BY debtor, debtor_id, value_period, ogd_no, rev DESC
)
SELECT e.debtor, e.debtor_id, coalesce(m.employer_no, p.person_no) AS number, e.value_period, max(e.rev) AS last_rev,
       json_agg(json_build_object('payer', e.ogd_no, 'component', 'CLOSED_LATE', 'rev', e.rev, 'amountMinor', e.amount_minor)
                ORDER BY e.rev) FILTER (WHERE e.reverses IS NULL)::text AS entries
FROM entry e
LEFT JOIN employer m ON e.debtor = 'EMPLOYER_CARE' AND m.employer_id = e.debtor_id
LEFT JOIN person p ON e.debtor = 'PERSON_CARE' AND p.person_id = e.debtor_id
GROUP BY e.debtor, e.debtor_id, coalesce(m.employer_no, p.person_no), e.value_period
