SELECT d.decision_no,
       CASE WHEN a.run_id = :run THEN CASE d.kind WHEN 'CLOSE' THEN 'CLOSED' WHEN 'PLAN' THEN 'PLANNED' ELSE 'APPROVED' END
            WHEN d.kind IN ('SETTLE', 'UNSETTLE') THEN 'COUNTS'
            WHEN d.kind = 'SERVICE' THEN 'SERVED' ELSE 'PROPOSED' END AS stands
FROM decision d LEFT JOIN decision_approval a USING (decision_no)
WHERE :run IN (d.run_id, a.run_id)
