-- By kind of debtor: joined to everyone at once, a month of employers read all persons of the registry.
WITH entry AS NOT MATERIALIZED (
  SELECT posting_period, value_period, debtor, debtor_id, ogd_no, component, payer, rev, coalesce(reverses, 0) AS reverses, amount_minor
  FROM ledger_entry
  WHERE run_id = :run AND value_period = :period
)
SELECT posting_period, value_period, debtor, coalesce(number, 'STATE') AS number, ogd_no, component, payer, rev, reverses, amount_minor
FROM (SELECT l.*, e.employer_no AS number FROM entry l LEFT JOIN employer e ON e.employer_id = l.debtor_id WHERE l.debtor = 'EMPLOYER'
      UNION ALL
      SELECT l.*, p.person_no FROM entry l LEFT JOIN person p ON p.person_id = l.debtor_id WHERE l.debtor = 'PERSON'
      UNION ALL
      SELECT l.*, NULL FROM entry l WHERE l.debtor NOT IN ('EMPLOYER', 'PERSON')) n
ORDER BY debtor COLLATE "C", coalesce(number, 'STATE') COLLATE "C", rev
