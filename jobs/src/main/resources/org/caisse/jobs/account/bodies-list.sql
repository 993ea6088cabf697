-- What became of each remittance, by body, the oldest first.
SELECT s.ogd_no, s.number, s.remitted_on, s.collected_minor, coalesce(m.withheld_minor, 0) AS withheld_minor, s.fee_minor, s.transferred_minor
FROM remittance_state s
LEFT JOIN remittance m ON (m.ogd_no, m.number) = (s.ogd_no, s.number) AND m.refused = 0 AND NOT m.repeated
WHERE s.run_id = :run
ORDER BY s.ogd_no, s.remitted_on, s.number
