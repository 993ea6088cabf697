-- The month that was told last, from which earlier ones are made: its told lines and their invoices, numbered.

CREATE TEMPORARY TABLE seed_line AS
SELECT t.claim_line_id, t.rev, l.invoice_id, row_number() OVER (ORDER BY t.claim_line_id)::integer AS n
FROM claim_told t JOIN claim_line l USING (claim_line_id)
WHERE t.sign = 1;

CREATE UNIQUE INDEX ON seed_line (claim_line_id);

ANALYZE seed_line;

CREATE TEMPORARY TABLE seed_invoice AS
SELECT s.invoice_id, min(s.n) AS n, count(*)::integer AS lines, sum(l.charged_minor)::bigint AS charged_minor
FROM seed_line s JOIN claim_line l USING (claim_line_id)
GROUP BY s.invoice_id;

CREATE UNIQUE INDEX ON seed_invoice (invoice_id);

ANALYZE seed_invoice;
