-- The account of every delegated body: its remittances, its transfers at the bank, and what is posted.
WITH latest AS (
  SELECT DISTINCT ON (receipt_id) receipt_id, ogd_no, remittance_no
  FROM receipt_match
  WHERE run_id <= :run AND (rule NOT IN ('HAND', 'TAKEN_BACK') OR run_id = ANY (:inputs))
  ORDER BY receipt_id, run_id DESC
), remitted AS (
  SELECT m.ogd_no,
         jsonb_agg(jsonb_build_object('number', m.number, 'on', m.remitted_on, 'collectedMinor', m.total_minor, 'withheldMinor', m.withheld_minor)
                   ORDER BY m.remitted_on, m.number) AS remitted
  FROM remittance m
  WHERE m.run_id = ANY (:inputs) AND m.refused = 0 AND NOT m.repeated
  GROUP BY m.ogd_no
), transferred AS (
  SELECT l.ogd_no,
         jsonb_agg(jsonb_build_object('receipt', r.receipt_id, 'valueDate', r.value_date, 'amountMinor', r.amount_minor,
                                      'remittance', coalesce(l.remittance_no, ''))
                   ORDER BY r.value_date, r.receipt_id) AS transfers
  FROM latest l JOIN receipt r USING (receipt_id)
  WHERE l.ogd_no IS NOT NULL AND r.run_id = ANY (:inputs) AND r.amount_minor > 0 AND r.value_date <= :date
    AND NOT EXISTS (SELECT FROM receipt b WHERE b.takes_back = r.receipt_id AND b.run_id = ANY (:inputs))
  GROUP BY l.ogd_no
), entry AS (
  SELECT DISTINCT ON (debtor_id, value_period, component) debtor_id, value_period, ogd_no, component, rev, reverses, amount_minor
  FROM ledger_entry
  WHERE debtor = 'OGD' AND run_id <> :run
  ORDER BY debtor_id, value_period, component, rev DESC
), posted AS (
  SELECT debtor_id AS ogd_id,
         jsonb_agg(jsonb_build_object('valuePeriod', value_period, 'ogd', ogd_no, 'component', component, 'rev', rev,
                                      'amountMinor', amount_minor)
                   ORDER BY value_period, rev) FILTER (WHERE reverses IS NULL) AS posted
  FROM entry
  GROUP BY debtor_id
), rev AS (
  SELECT debtor_id AS ogd_id, jsonb_agg(jsonb_build_object('valuePeriod', value_period, 'rev', rev) ORDER BY value_period) AS revs
  FROM (SELECT debtor_id, value_period, max(rev) AS rev FROM ledger_entry WHERE debtor = 'OGD' AND run_id <> :run
        GROUP BY debtor_id, value_period) r
  GROUP BY debtor_id
)
SELECT o.ogd_id, o.ogd_no, m.remitted::text, t.transfers::text, p.posted::text, v.revs::text
FROM ogd o
LEFT JOIN remitted m USING (ogd_no)
LEFT JOIN transferred t USING (ogd_no)
LEFT JOIN posted p USING (ogd_id)
LEFT JOIN rev v USING (ogd_id)
WHERE o.ogd_id > :after AND (m.remitted IS NOT NULL OR t.transfers IS NOT NULL OR v.revs IS NOT NULL)
ORDER BY o.ogd_id
