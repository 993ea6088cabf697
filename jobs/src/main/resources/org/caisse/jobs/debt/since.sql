-- Completed runs up to a day that move accounts and that a settlement did not read.
SELECT r.scope || '/' || r.job || '-' || r.seq
FROM run r
WHERE r.status = 'COMPLETED' AND r.job IN (:jobs) AND r.business_date <= :day
  AND r.run_id NOT IN (SELECT input_run_id FROM run_input WHERE run_id = :settlement)
  AND (r.job <> 'claim-adjudication'
       OR EXISTS (SELECT FROM ledger_entry l WHERE l.run_id = r.run_id AND l.debtor IN ('EMPLOYER_CARE', 'PERSON_CARE')))
  AND (r.job <> 'decision'
       OR EXISTS (SELECT FROM decision WHERE run_id = r.run_id AND kind IN ('SETTLE', 'UNSETTLE'))
       OR EXISTS (SELECT FROM decision_approval a JOIN decision d USING (decision_no)
                  WHERE a.run_id = r.run_id AND d.kind IN ('WAIVER', 'REFUND', 'WRITE_OFF', 'PRESCRIPTION', 'REVOCATION')))
ORDER BY r.run_id
