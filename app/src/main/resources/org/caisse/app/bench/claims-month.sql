-- A month of history as the last one was, :months months before it: runs, one file, invoices, lines, decisions, what was told, and the
-- ledger. Each month has ids and numbers of its own; the runs have no manifests.

INSERT INTO run (run_id, job, scope, seq, business_date, language, pack_id, pack_sha256, settings_sha256, ruleset, head_sha256, started_by, status, ended_at)
OVERRIDING SYSTEM VALUE
SELECT (SELECT max(run_id) FROM run) + row_number() OVER (ORDER BY r.run_id), r.job, day::text, 1, day, r.language, r.pack_id, r.pack_sha256, r.settings_sha256, r.ruleset, r.head_sha256, r.started_by, 'COMPLETED', now()
FROM run r CROSS JOIN LATERAL (SELECT (r.business_date - make_interval(months => :months))::date AS day) d
WHERE r.job IN ('invoice-intake', 'claim-adjudication', 'remittance') AND r.run_id IN (SELECT run_id FROM manifest)
ORDER BY r.run_id;

CREATE TEMPORARY TABLE earlier AS
SELECT (max(run_id) FILTER (WHERE job = 'invoice-intake')) AS intake_run, (max(run_id) FILTER (WHERE job = 'claim-adjudication')) AS decide_run,
       (max(run_id) FILTER (WHERE job = 'remittance')) AS tell_run, max(business_date) AS day, 0 AS file_id, 0::bigint AS first_id
FROM run WHERE run_id > (SELECT max(run_id) - 3 FROM run);

WITH added AS (
  INSERT INTO file (file_id, run_id, ordinal, kind, name, bytes, lines, sha256, received_on) OVERRIDING SYSTEM VALUE
  SELECT (SELECT max(file_id) + 1 FROM file), intake_run, 1, 'invoices', 'history-' || day, 0, (SELECT count(*) FROM seed_line), encode(sha256(convert_to('history ' || day, 'UTF8')), 'hex'),
         day
  FROM earlier
  RETURNING file_id
)
UPDATE earlier SET file_id = added.file_id, first_id = first_claim_line_id(added.file_id) FROM added;

INSERT INTO file_result (file_id, run_id, refused, found, lines, blank, declarations, filed, refused_declarations, repeated, person_lines, accepted,
                         rejected, repeated_lines, unreadable_amounts, gross_minor, accepted_gross_minor, amount_minor, accepted_amount_minor)
SELECT e.file_id, e.intake_run, 0, '', s.lines, 0, s.invoices, s.invoices, 0, 0, s.lines, s.lines, 0, 0, 0, 0, 0, s.minor, s.minor
FROM earlier e CROSS JOIN (SELECT count(*) AS invoices, sum(lines) AS lines, sum(charged_minor) AS minor FROM seed_invoice) s;

INSERT INTO invoice_lot (lot_id, run_id, file_id, line_no, provider_no, lot_no, invoices, lines, amount_minor, unreadable, refused)
SELECT e.first_id, e.intake_run, e.file_id, 1, '', 'history', r.declarations, r.lines, r.amount_minor, 0, 0
FROM earlier e JOIN file_result r USING (file_id);

INSERT INTO invoice (invoice_id, run_id, file_id, line_no, lot_id, lot_no, provider_id, provider_no, invoice_no, version, correction, filing, kind,
                     received_on, period, lines, charged_minor, unreadable, status, refused, content_sha256)
SELECT e.first_id + s.n, e.intake_run, e.file_id, s.n, e.first_id, 'history', i.provider_id, i.provider_no, i.invoice_no || '-' || to_char(e.day, 'YYMM'),
       1, 0, 1, i.kind, e.day, (i.period - make_interval(months => :months))::date, s.lines, s.charged_minor, 0, 'FILED', 0, i.content_sha256
FROM seed_invoice s JOIN invoice i USING (invoice_id) CROSS JOIN earlier e
ORDER BY s.n;

INSERT INTO claim_line (claim_line_id, run_id, file_id, line_no, invoice_id, provider_id, person_id, care_on, late, act_code, letter, coefficient,
                        medicine_code, quantity, unit_minor, charged_minor, said_rate, said_fund_minor, said_patient_minor, prescriber,
                        prescription_no, prescribed_on, referrer, agreement_no, affection, exemption, place, content_key, no)
SELECT e.first_id + s.n, e.intake_run, e.file_id, s.n, e.first_id + v.n, l.provider_id, l.person_id, d.care_on, l.late, l.act_code, l.letter, l.coefficient,
       l.medicine_code, l.quantity, l.unit_minor, l.charged_minor, l.said_rate, l.said_fund_minor, l.said_patient_minor, l.prescriber,
       CASE WHEN l.prescription_no <> '' THEN l.prescription_no || '-' || to_char(e.day, 'YYMM') ELSE '' END, l.prescribed_on, l.referrer, l.agreement_no,
       l.affection, l.exemption, l.place,
       care_content(d.care_on, l.act_code, l.letter, l.coefficient, l.medicine_code, l.quantity), l.no
FROM seed_line s
JOIN claim_line l USING (claim_line_id)
JOIN seed_invoice v ON v.invoice_id = s.invoice_id
CROSS JOIN earlier e
CROSS JOIN LATERAL (SELECT (l.care_on - make_interval(months => :months))::date AS care_on) d
ORDER BY s.n;

INSERT INTO claim_decision (claim_line_id, rev, reverses, run_id, invoice_id, household_id, status, pend, charged_minor, tariff_minor, copay_minor, verdict_sha256)
SELECT e.first_id + s.n, 1, NULL, e.decide_run, e.first_id + v.n, d.household_id, d.status, NULL, d.charged_minor, d.tariff_minor, d.copay_minor, d.verdict_sha256
FROM seed_line s
JOIN claim_decision d USING (claim_line_id, rev)
JOIN seed_invoice v ON v.invoice_id = s.invoice_id
CROSS JOIN earlier e
ORDER BY s.n;

INSERT INTO claim_share (claim_line_id, rev, run_id, n, payer, amount_minor, rate)
SELECT e.first_id + s.n, 1, e.decide_run, x.n, x.payer, x.amount_minor, x.rate
FROM seed_line s JOIN claim_share x USING (claim_line_id, rev) CROSS JOIN earlier e
ORDER BY s.n;

INSERT INTO claim_reduction (claim_line_id, rev, run_id, n, code, payer, amount_minor, bearer, arguments)
SELECT e.first_id + s.n, 1, e.decide_run, x.n, x.code, x.payer, x.amount_minor, x.bearer, x.arguments
FROM seed_line s JOIN claim_reduction x USING (claim_line_id, rev) CROSS JOIN earlier e
ORDER BY s.n;

INSERT INTO claim_consumption (claim_line_id, rev, run_id, n, limit_id, key, on_date, quantity_milli, amount_minor)
SELECT e.first_id + s.n, 1, e.decide_run, x.n, x.limit_id,
       CASE WHEN l.prescription_no <> '' THEN replace(x.key, l.prescription_no, l.prescription_no || '-' || to_char(e.day, 'YYMM')) ELSE x.key END,
       (x.on_date - make_interval(months => :months))::date, x.quantity_milli, x.amount_minor
FROM seed_line s JOIN claim_consumption x USING (claim_line_id, rev) JOIN claim_line l USING (claim_line_id) CROSS JOIN earlier e
ORDER BY s.n;

INSERT INTO claim_told (claim_line_id, rev, sign, run_id, invoice_id, provider_id, household_id)
SELECT e.first_id + s.n, 1, 1, e.tell_run, e.first_id + v.n, l.provider_id, d.household_id
FROM seed_line s
JOIN claim_line l USING (claim_line_id)
JOIN claim_decision d USING (claim_line_id, rev)
JOIN seed_invoice v ON v.invoice_id = s.invoice_id
CROSS JOIN earlier e
ORDER BY s.n;

INSERT INTO ledger_entry (value_period, debtor, debtor_id, rev, run_id, posting_period, ogd_no, component, payer, amount_minor)
SELECT (x.value_period - make_interval(months => :months))::date, x.debtor, e.first_id + v.n, x.rev, e.decide_run,
       (x.posting_period - make_interval(months => :months))::date, x.ogd_no, x.component, x.payer, x.amount_minor
FROM seed_invoice v JOIN ledger_entry x ON x.debtor = 'INVOICE' AND x.debtor_id = v.invoice_id CROSS JOIN earlier e
ORDER BY v.n, x.rev;

INSERT INTO posting (value_period, debtor, debtor_id, rev, line, run_id, posting_period, account, debit_minor, credit_minor)
SELECT (x.value_period - make_interval(months => :months))::date, x.debtor, e.first_id + v.n, x.rev, x.line, e.decide_run,
       (x.posting_period - make_interval(months => :months))::date, x.account, x.debit_minor, x.credit_minor
FROM seed_invoice v JOIN posting x ON x.debtor = 'INVOICE' AND x.debtor_id = v.invoice_id CROSS JOIN earlier e
ORDER BY v.n, x.rev, x.line;

DROP TABLE earlier;
