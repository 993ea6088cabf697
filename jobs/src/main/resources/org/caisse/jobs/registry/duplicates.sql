SELECT line_no, rank
FROM (SELECT line_no, row_number() OVER (PARTITION BY number, valid_from ORDER BY line_no) AS rank FROM incoming) i
WHERE rank > 1
