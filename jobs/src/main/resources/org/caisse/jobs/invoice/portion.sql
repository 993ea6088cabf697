-- The next portion of an intake: whole files, from the one that holds the first line after a place, until there are lines enough.
SELECT min(first_id) AS from_id, max(last_id) AS until_id
FROM (SELECT f.first_id, f.first_id + 16777215 AS last_id, sum(i.lines) OVER (ORDER BY i.file_id) - i.lines AS before
      FROM incoming_file i
      CROSS JOIN LATERAL (SELECT first_claim_line_id(i.file_id) AS first_id) f
      WHERE i.run_id = :run AND f.first_id + 16777215 > :after) p
WHERE before < :most
HAVING count(*) > 0
