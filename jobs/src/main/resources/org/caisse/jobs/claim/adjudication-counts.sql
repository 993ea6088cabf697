WITH own AS MATERIALIZED (
  SELECT claim_line_id, rev, household_id, status, charged_minor, copay_minor FROM claim_decision WHERE run_id = :run
)
SELECT (SELECT count(*) FROM (SELECT DISTINCT household_id FROM own) h) AS households,
       count(*)                                                         AS decisions,
       count(*) FILTER (WHERE d.rev > 1)                                AS revisions,
       count(*) FILTER (WHERE d.status = 'PAID')                        AS paid,
       count(*) FILTER (WHERE d.status = 'REFUSED')                     AS refused,
       count(*) FILTER (WHERE d.status = 'PENDED')                      AS pended,
       count(*) FILTER (WHERE d.status = 'WITHDRAWN')                   AS withdrawn,
       coalesce(sum(d.charged_minor), 0)                                AS charged_minor,
       coalesce(sum(d.copay_minor), 0)                                  AS copay_minor,
       (SELECT coalesce(sum(s.amount_minor), 0) FROM claim_share s JOIN own x USING (claim_line_id, rev)
        WHERE s.run_id = :run AND x.status = 'PAID')                    AS payable_minor,
       (SELECT coalesce(sum(amount_minor), 0) FROM claim_reduction WHERE run_id = :run AND bearer = 'PATIENT')  AS reduced_patient_minor,
       (SELECT coalesce(sum(amount_minor), 0) FROM claim_reduction WHERE run_id = :run AND bearer = 'PROVIDER') AS reduced_provider_minor,
       (SELECT count(*) FROM ledger_entry WHERE run_id = :run)          AS entries
FROM own d
