-- The documents that runs sent to the employers for whom something of a file moved, as ranges of numbers that follow each other.
WITH sent AS (
  SELECT m.what, d.run_id, d.period, d.series, d.year, d.number,
         d.number - row_number() OVER (PARTITION BY m.what, d.run_id, d.period, d.series, d.year ORDER BY d.number) AS island
  FROM document_range r
  JOIN document d ON (d.series, d.year) = (r.series, r.year) AND d.number BETWEEN r.first AND r.last
  JOIN file_moves(:file) m ON (m.employer_id, m.period, m.run_id) = (d.employer_id, d.period, r.run_id)
  WHERE r.run_id = ANY (:runs)
)
SELECT what, run_id, to_char(period, 'YYYY-MM') AS period, series, year, min(number) AS first, max(number) AS last, count(*) AS documents
FROM sent
GROUP BY what, run_id, period, series, year, island
ORDER BY run_id, period, what, series, year, min(number)
