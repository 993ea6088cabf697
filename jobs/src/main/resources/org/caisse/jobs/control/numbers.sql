-- After the numbers of a run were taken: each series goes from the first to the last of them, and no document of another run is in between.
WITH ranges AS (
  SELECT series, year, first, last FROM document_range WHERE run_id = :run
), previous AS (
  SELECT r.series, r.year, r.first, coalesce(max(b.last), 0) AS last
  FROM ranges r LEFT JOIN document_range b ON b.series = r.series AND b.year = r.year AND b.first < r.first
  GROUP BY r.series, r.year, r.first
)
SELECT 'the documents of a run follow those before', format('%s-%s', series, year), format('after %s comes %s', last, first)
FROM previous
WHERE first <> last + 1
UNION ALL
SELECT 'documents are numbered without gap and without double', format('%s-%s', r.series, r.year),
       format('%s numbers from %s to %s, of which %s are used', r.last - r.first + 1, r.first, r.last, count(DISTINCT d.number))
FROM ranges r
LEFT JOIN document d ON d.series = r.series AND d.year = r.year AND d.number BETWEEN r.first AND r.last AND d.run_id = :run
GROUP BY r.series, r.year, r.first, r.last
HAVING (count(d.number), count(DISTINCT d.number)) <> (r.last - r.first + 1, r.last - r.first + 1)
