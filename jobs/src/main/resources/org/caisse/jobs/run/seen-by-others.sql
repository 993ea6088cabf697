-- What a run did that others see though it has not completed. Versions of the registry are not among it: only completed runs' are read.
SELECT what || ': ' || n
FROM (
  SELECT 1 AS place, 'declarations' AS what, count(*) AS n FROM declaration WHERE run_id = :run
  UNION ALL SELECT 2, 'posted declarations', count(*) FROM declaration_posting WHERE run_id = :run
  UNION ALL SELECT 3, 'contributions of persons', count(*) FROM assessment WHERE run_id = :run
  UNION ALL SELECT 4, 'months of employers', count(*) FROM employer_assessment WHERE run_id = :run
  UNION ALL SELECT 5, 'entries of the ledger', count(*) FROM ledger_entry WHERE run_id = :run
  UNION ALL SELECT 6, 'numbers of documents', coalesce(sum(last - first + 1), 0) FROM document_range WHERE run_id = :run
  UNION ALL SELECT 8, 'receipts', count(*) FROM receipt WHERE run_id = :run
  UNION ALL SELECT 9, 'matches of receipts', count(*) FROM receipt_match WHERE run_id = :run
  UNION ALL SELECT 10, 'allocations', count(*) FROM allocation WHERE run_id = :run
  UNION ALL SELECT 11, 'decisions', count(*) FROM decision WHERE run_id = :run
  UNION ALL SELECT 12, 'approvals', count(*) FROM decision_approval WHERE run_id = :run
  UNION ALL SELECT 13, 'certificates', count(*) FROM clearance WHERE run_id = :run
  UNION ALL SELECT 14, 'decisions on persons', count(*) FROM person_decision WHERE run_id = :run
  UNION ALL SELECT 15, 'rectifications', count(*) FROM rectification WHERE run_id = :run
  UNION ALL SELECT 16, 'decisions on care', count(*) FROM claim_decision WHERE run_id = :run
  UNION ALL SELECT 17, 'lines of remittances', count(*) FROM claim_told WHERE run_id = :run
  UNION ALL SELECT 7, 'outputs', count(*) FROM output WHERE run_id = :run
) seen
WHERE n > 0
ORDER BY place
