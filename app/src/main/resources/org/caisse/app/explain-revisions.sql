-- Every decision on a line, the last one last, with the remittance that told it.
SELECT d.rev, d.status, r.job, r.scope, r.seq, r.business_date, d.charged_minor, e.person_no AS household_no,
       (SELECT coalesce(sum(s.amount_minor), 0) FROM claim_share s
        WHERE s.claim_line_id = d.claim_line_id AND s.rev = d.rev AND d.status = 'PAID')::bigint AS paid_minor,
       (SELECT string_agg(format('%s%s-%s-%s', CASE t.sign WHEN 1 THEN '+' ELSE '-' END, c.series, c.year, lpad(c.number::text, 6, '0')), ' '
                          ORDER BY t.run_id)
        FROM claim_told t JOIN document c ON c.run_id = t.run_id
         AND (c.provider_id = t.provider_id OR c.person_id = t.household_id)
        WHERE t.claim_line_id = d.claim_line_id AND t.rev = d.rev) AS told
FROM claim_decision d
JOIN run r USING (run_id)
JOIN person e ON e.person_id = d.household_id
WHERE d.claim_line_id = :line
ORDER BY d.rev
