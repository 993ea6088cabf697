-- Lines that wait by now. Only revisions can have come after.
SELECT d.claim_line_id AS id
FROM claim_decision d
WHERE d.status = 'PENDED' AND d.run_id <= :run
  AND NOT EXISTS (SELECT FROM claim_decision n
                  WHERE n.claim_line_id = d.claim_line_id AND n.rev = d.rev + 1 AND n.rev > 1 AND n.run_id <= :run)
