-- What waits as advance of an employer, or of a person who owes himself, less refunds that were approved and that no settlement posted yet.
-- One of the two is null.
SELECT coalesce((SELECT sum(CASE WHEN component = 'ADVANCE' THEN amount_minor ELSE -amount_minor END)
                 FROM standing_entry
                 WHERE debtor = CASE WHEN :person::bigint IS NULL THEN 'ACCOUNT' ELSE 'PERSON_ACCOUNT' END
                   AND debtor_id = coalesce(:person::bigint, :employer::bigint) AND component IN ('ADVANCE', 'REFUND')), 0)
     - coalesce((SELECT sum(d.amount_minor) FROM decision d JOIN decision_approval a USING (decision_no)
                 WHERE d.kind = 'REFUND' AND (d.employer_id = :employer::bigint OR d.person_id = :person::bigint)), 0)
     + coalesce((SELECT sum(amount_minor) FROM standing_entry
                 WHERE debtor = CASE WHEN :person::bigint IS NULL THEN 'ACCOUNT' ELSE 'PERSON_ACCOUNT' END
                   AND debtor_id = coalesce(:person::bigint, :employer::bigint) AND component = 'REFUND'), 0)
