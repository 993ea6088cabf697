-- What waits as advance of an employer, less refunds that were approved and that no settlement posted yet.
SELECT coalesce((SELECT sum(CASE WHEN component = 'ADVANCE' THEN amount_minor ELSE -amount_minor END)
                 FROM standing_entry
                 WHERE debtor = 'ACCOUNT' AND debtor_id = :employer AND component IN ('ADVANCE', 'REFUND')), 0)
     - coalesce((SELECT sum(d.amount_minor) FROM decision d JOIN decision_approval a USING (decision_no)
                 WHERE d.kind = 'REFUND' AND d.employer_id = :employer), 0)
     + coalesce((SELECT sum(amount_minor) FROM standing_entry
                 WHERE debtor = 'ACCOUNT' AND debtor_id = :employer AND component = 'REFUND'), 0)
