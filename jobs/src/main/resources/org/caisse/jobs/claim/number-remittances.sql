-- Numbers a remittance for every provider that is told something, in the order of their numbers.
WITH wanted AS (
  SELECT p.provider_id, p.provider_no
  FROM (SELECT DISTINCT t.provider_id FROM claim_told t JOIN invoice i USING (invoice_id) WHERE t.run_id = :run AND i.kind = 'third_party') t
  JOIN provider p USING (provider_id)
), taken AS (
  SELECT take_document_numbers('BORD', :year, count(*)::integer, :run) AS first FROM wanted HAVING count(*) > 0
)
INSERT INTO document (series, year, number, run_id, provider_id)
SELECT 'BORD', :year, t.first - 1 + row_number() OVER (ORDER BY w.provider_no), :run, w.provider_id
FROM wanted w CROSS JOIN taken t
