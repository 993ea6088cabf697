-- What is charged for care from a day on, and who bears it: payers, the patient's part, and what is reduced by who bears it. It adds up.
WITH decided AS (
  SELECT d.claim_line_id, d.rev, d.status, d.charged_minor, d.copay_minor
  FROM standing_claim_decision d JOIN claim_line l USING (claim_line_id)
  WHERE l.care_on >= :from
)
SELECT 'charged' AS care, count(*) AS lines, coalesce(sum(charged_minor), 0)::bigint AS amount FROM decided HAVING count(*) > 0
UNION ALL
(SELECT 'paid by ' || payer || CASE status WHEN 'PENDED' THEN ', waiting' ELSE '' END, count(*), sum(amount_minor)::bigint
 FROM decided JOIN claim_share USING (claim_line_id, rev) GROUP BY 1 ORDER BY 1)
UNION ALL
SELECT 'left to patients', count(*), sum(copay_minor)::bigint FROM decided WHERE copay_minor > 0 HAVING count(*) > 0
UNION ALL
(SELECT 'reduced, borne by the ' || lower(bearer), count(DISTINCT claim_line_id), sum(amount_minor)::bigint
 FROM decided JOIN claim_reduction USING (claim_line_id, rev) GROUP BY 1 ORDER BY 1)
