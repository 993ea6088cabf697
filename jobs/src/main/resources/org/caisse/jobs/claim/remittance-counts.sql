SELECT (SELECT count(*) FROM document WHERE run_id = :run AND series = 'BORD')      AS remittances,
       (SELECT count(*) FROM document WHERE run_id = :run AND series = 'DECOMPTE')  AS statements,
       count(*) FILTER (WHERE t.sign = 1)                                           AS lines_told,
       count(*) FILTER (WHERE t.sign = -1)                                          AS lines_taken_back,
       coalesce(sum(t.sign * d.charged_minor), 0)                                   AS charged_minor,
       coalesce(sum(t.sign * coalesce(s.minor, 0)), 0)                              AS payable_minor
FROM claim_told t
JOIN claim_decision d USING (claim_line_id, rev)
LEFT JOIN LATERAL (SELECT sum(amount_minor) AS minor FROM claim_share s WHERE s.claim_line_id = t.claim_line_id AND s.rev = t.rev) s ON true
WHERE t.run_id = :run
