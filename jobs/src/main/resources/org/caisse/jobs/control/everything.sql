-- What always holds, over the whole database; each row is a rule, the place where it is broken, and what was found there. Runs that have
-- not completed are left out where they may stand in the middle of their work.
WITH done AS (
  SELECT run_id FROM run WHERE status = 'COMPLETED'
), last_settlement AS (
  SELECT max(run_id) AS run_id FROM run WHERE job = 'account-settlement' AND status = 'COMPLETED'
), settled_from AS (
  SELECT input_run_id AS run_id FROM run_input WHERE run_id = (SELECT run_id FROM last_settlement)
), who AS (
  SELECT 'ACCOUNT' AS debtor, employer_id AS debtor_id, employer_no AS debtor_no FROM employer
  UNION ALL
  SELECT 'PERSON_ACCOUNT', person_id, person_no FROM person
), posted_persons AS (
  SELECT p.period, p.employer_id, l.employer_minor, l.insured_minor, l.state_minor
  FROM declaration_posting p
  JOIN declaration_line l ON l.declaration_id = p.declaration_id AND l.period = p.period
  WHERE p.as_read AND p.run_id IN (SELECT run_id FROM done)
  UNION ALL
  SELECT period, employer_id, employer_minor, insured_minor, state_minor
  FROM assessment
  WHERE run_id IN (SELECT run_id FROM done)
), persons AS (
  SELECT period, employer_id, sum(employer_minor) AS employer_minor, sum(insured_minor) AS insured_minor, sum(state_minor) AS state_minor
  FROM posted_persons
  GROUP BY period, employer_id
), enrolled AS (
  SELECT period, person_id, sum(insured_minor) AS insured_minor
  FROM assessment
  WHERE employer_id IS NULL AND run_id IN (SELECT run_id FROM done)
  GROUP BY period, person_id
), employers AS (
  SELECT DISTINCT ON (period, employer_id) period, employer_id, employer_minor, insured_minor, state_minor, surcharge_minor, state = 'DEFAULT' AS by_default
  FROM employer_assessment
  WHERE run_id IN (SELECT run_id FROM done)
  ORDER BY period, employer_id, run_id DESC
), ledger AS (
  SELECT value_period AS period, debtor, debtor_id,
         coalesce(sum(signed) FILTER (WHERE component = 'CONTRIBUTION' AND payer = 'EMPLOYER'), 0) AS employer_minor,
         coalesce(sum(signed) FILTER (WHERE component = 'CONTRIBUTION' AND payer = 'INSURED'), 0)  AS insured_minor,
         coalesce(sum(signed) FILTER (WHERE payer = 'STATE'), 0)                                   AS state_minor,
         coalesce(sum(signed) FILTER (WHERE component = 'LATE_DECLARATION'), 0)                    AS surcharge_minor
  FROM (SELECT *, CASE WHEN reverses IS NULL THEN amount_minor ELSE -amount_minor END AS signed
        FROM ledger_entry WHERE run_id IN (SELECT run_id FROM done)) e
  GROUP BY value_period, debtor, debtor_id
), sides AS (
  SELECT value_period, debtor, debtor_id, rev, sum(debit_minor) AS debit, sum(credit_minor) AS credit, min(run_id) AS first_run,
         max(run_id) AS last_run, min(posting_period) AS first_period, max(posting_period) AS last_period
  FROM posting
  GROUP BY value_period, debtor, debtor_id, rev
), stored AS (
  SELECT declaration_id, count(*) AS lines, sum(gross_minor) AS gross_minor, sum(base_minor) AS base_minor,
         sum(employer_minor) AS employer_minor, sum(insured_minor) AS insured_minor, sum(state_minor) AS state_minor,
         count(*) FILTER (WHERE spell = 1) AS persons, min(run_id) AS first_run, max(run_id) AS last_run,
         min(employer_id) AS first_employer, max(employer_id) AS last_employer, min(period) AS first_period, max(period) AS last_period
  FROM declaration_line
  GROUP BY declaration_id
), per_file AS (
  SELECT file_id, count(*) AS declarations, count(*) FILTER (WHERE status = 'FILED') AS filed,
         count(*) FILTER (WHERE status = 'REFUSED') AS refused, count(*) FILTER (WHERE status = 'REPEATED') AS repeated,
         sum(accepted) AS accepted, sum(accepted_gross_minor) AS accepted_gross_minor,
         coalesce(sum(lines) FILTER (WHERE status = 'REFUSED'), 0) AS refused_lines,
         coalesce(sum(lines) FILTER (WHERE status = 'REPEATED'), 0) AS repeated_lines
  FROM declaration
  GROUP BY file_id
), per_file_rejects AS (
  SELECT r.file_id, count(*) AS all_rejects, count(*) FILTER (WHERE d.status IS DISTINCT FROM 'REFUSED' AND NOT r.whole) AS single
  FROM line_reject r LEFT JOIN declaration d USING (declaration_id)
  WHERE d.status IS DISTINCT FROM 'REPEATED'
  GROUP BY r.file_id
), broken AS (
  SELECT 'debits = credits' AS rule, 'all postings' AS place, format('debits %s, credits %s', sum(debit), sum(credit)) AS found
  FROM sides
  HAVING sum(debit) <> sum(credit)

  UNION ALL
  SELECT 'every entry has its postings, debit = credit = its amount', format('%s %s, %s, rev %s', debtor, debtor_id, value_period, rev),
         format('entry %s, debit %s, credit %s', n.amount_minor, s.debit, s.credit)
  FROM ledger_entry n FULL JOIN sides s USING (value_period, debtor, debtor_id, rev)
  WHERE s.debit IS DISTINCT FROM n.amount_minor OR s.credit IS DISTINCT FROM n.amount_minor

  UNION ALL
  SELECT 'postings are of the run and accounting period of their entry', format('%s %s, %s, rev %s', debtor, debtor_id, value_period, rev),
         format('entry of run %s in %s, postings of runs %s to %s in %s to %s', n.run_id, n.posting_period, s.first_run, s.last_run,
                s.first_period, s.last_period)
  FROM ledger_entry n JOIN sides s USING (value_period, debtor, debtor_id, rev)
  WHERE (s.first_run, s.last_run, s.first_period, s.last_period) <> (n.run_id, n.run_id, n.posting_period, n.posting_period)

  UNION ALL
  SELECT 'a reversed entry is reversed once', format('%s %s, %s, rev %s', debtor, debtor_id, value_period, reverses),
         count(*) || ' reversals'
  FROM ledger_entry
  WHERE reverses IS NOT NULL
  GROUP BY value_period, debtor, debtor_id, reverses
  HAVING count(*) > 1

  UNION ALL
  SELECT 'a reversal takes back exactly an entry that stood', format('%s %s, %s, rev %s', r.debtor, r.debtor_id, r.value_period, r.rev),
         format('takes back %s of rev %s, which is %s', r.amount_minor, r.reverses, coalesce(e.amount_minor::text, 'none'))
  FROM ledger_entry r
  LEFT JOIN ledger_entry e
    ON (e.value_period, e.debtor, e.debtor_id, e.rev) = (r.value_period, r.debtor, r.debtor_id, r.reverses) AND e.reverses IS NULL
  WHERE r.reverses IS NOT NULL
    AND (e.ogd_no, e.component, e.payer, e.amount_minor) IS DISTINCT FROM (r.ogd_no, r.component, r.payer, r.amount_minor)

  UNION ALL
  SELECT 'the entries of a document are numbered without gap', format('%s %s, %s', debtor, debtor_id, value_period),
         format('%s entries, the last is rev %s', count(*), max(rev))
  FROM ledger_entry
  GROUP BY value_period, debtor, debtor_id
  HAVING count(*) <> max(rev)

  UNION ALL
  SELECT 'a contribution of a person is taken back once', format('employer %s, person %s, %s, rev %s', employer_id, person_id, period, reverses),
         count(*) || ' reversals'
  FROM assessment
  WHERE reverses IS NOT NULL
  GROUP BY period, employer_id, person_id, reverses
  HAVING count(*) > 1

  UNION ALL
  SELECT 'contributions of persons = assessment of the employer', e.employer_no || ' ' || to_char(period, 'YYYY-MM'),
         format('persons %s + %s + %s, employer %s + %s + %s', coalesce(p.employer_minor, 0), coalesce(p.insured_minor, 0),
                coalesce(p.state_minor, 0), coalesce(m.employer_minor, 0), coalesce(m.insured_minor, 0), coalesce(m.state_minor, 0))
  FROM (SELECT * FROM persons WHERE employer_id IS NOT NULL) p
  -- What is assessed by default is of no person.
  FULL JOIN (SELECT * FROM employers WHERE NOT by_default) m USING (period, employer_id)
  LEFT JOIN employer e USING (employer_id)
  WHERE (coalesce(p.employer_minor, 0), coalesce(p.insured_minor, 0), coalesce(p.state_minor, 0)) <>
        (coalesce(m.employer_minor, 0), coalesce(m.insured_minor, 0), coalesce(m.state_minor, 0))

  UNION ALL
  SELECT 'a default assessment rests on a month that was really declared', e.employer_no || ' ' || to_char(a.period, 'YYYY-MM'),
         format('rests on %s', to_char(a.default_of, 'YYYY-MM'))
  FROM employer_assessment a JOIN employer e USING (employer_id)
  WHERE a.state = 'DEFAULT' AND a.run_id IN (SELECT run_id FROM done)
    AND NOT EXISTS (SELECT FROM employer_assessment b
                    WHERE (b.employer_id, b.period, b.state) = (a.employer_id, a.default_of, 'DECLARED') AND b.run_id < a.run_id
                      AND b.employer_minor + b.insured_minor > 0)
    AND NOT EXISTS (SELECT FROM earlier_contribution c
                    WHERE (c.employer_id, c.period) = (a.employer_id, a.default_of) AND c.run_id < a.run_id AND c.employer_minor + c.insured_minor > 0)

  UNION ALL
  SELECT 'assessment of the employer = ledger', e.employer_no || ' ' || to_char(period, 'YYYY-MM'),
         format('assessed %s + %s + %s, posted %s + %s + %s', coalesce(m.employer_minor, 0), coalesce(m.insured_minor, 0),
                coalesce(m.surcharge_minor, 0), coalesce(g.employer_minor, 0), coalesce(g.insured_minor, 0), coalesce(g.surcharge_minor, 0))
  FROM employers m
  FULL JOIN (SELECT period, debtor_id AS employer_id, employer_minor, insured_minor, surcharge_minor
             FROM ledger WHERE debtor = 'EMPLOYER') g USING (period, employer_id)
  LEFT JOIN employer e USING (employer_id)
  WHERE (coalesce(m.employer_minor, 0), coalesce(m.insured_minor, 0), coalesce(m.surcharge_minor, 0)) <>
        (coalesce(g.employer_minor, 0), coalesce(g.insured_minor, 0), coalesce(g.surcharge_minor, 0))

  UNION ALL
  SELECT 'assessment of a person without employer = ledger', p.person_no || ' ' || to_char(period, 'YYYY-MM'),
         format('assessed %s, posted %s', coalesce(a.insured_minor, 0), coalesce(g.insured_minor, 0))
  FROM enrolled a
  FULL JOIN (SELECT period, debtor_id AS person_id, insured_minor FROM ledger WHERE debtor = 'PERSON') g USING (period, person_id)
  LEFT JOIN person p USING (person_id)
  WHERE coalesce(a.insured_minor, 0) <> coalesce(g.insured_minor, 0)

  UNION ALL
  SELECT 'shares of the State = its ledger account', to_char(period, 'YYYY-MM'),
         format('assessed %s, posted %s', coalesce(a.state_minor, 0), coalesce(g.state_minor, 0))
  FROM (SELECT period, sum(state_minor) AS state_minor FROM persons GROUP BY period) a
  FULL JOIN (SELECT period, sum(state_minor) AS state_minor FROM ledger WHERE debtor = 'STATE' GROUP BY period) g USING (period)
  WHERE coalesce(a.state_minor, 0) <> coalesce(g.state_minor, 0)

  UNION ALL
  SELECT 'a receipt is posted with its amount', r.receipt_no, format('received %s, posted %s', r.amount_minor, coalesce(e.signed, 0))
  FROM receipt r
  LEFT JOIN (SELECT debtor_id, sum(CASE WHEN component IN ('RECEIVED', 'TAKEN_ON') THEN amount_minor ELSE -amount_minor END) AS signed
             FROM ledger_entry WHERE debtor = 'RECEIPT' GROUP BY debtor_id) e ON e.debtor_id = r.receipt_id
  WHERE e.signed IS DISTINCT FROM r.amount_minor

  UNION ALL
  SELECT 'allocations = ledger', w.debtor_no || ' ' || to_char(period, 'YYYY-MM'),
         format('%s: allocated %s, posted %s', component, coalesce(a.minor, 0), coalesce(l.minor, 0))
  FROM (SELECT CASE WHEN person_id IS NULL THEN 'ACCOUNT' ELSE 'PERSON_ACCOUNT' END AS debtor, coalesce(person_id, employer_id) AS debtor_id, period, ogd_no,
               component, sum(amount_minor) AS minor
        FROM allocation WHERE run_id IN (SELECT run_id FROM done) GROUP BY 1, 2, period, ogd_no, component) a
  FULL JOIN (SELECT debtor, debtor_id, value_period AS period, ogd_no, substr(component, 6) AS component,
                    sum(CASE WHEN reverses IS NULL THEN amount_minor ELSE -amount_minor END) AS minor
             FROM ledger_entry
             WHERE debtor IN ('ACCOUNT', 'PERSON_ACCOUNT') AND component LIKE 'PAID%' AND run_id IN (SELECT run_id FROM done)
             GROUP BY debtor, debtor_id, value_period, ogd_no, component) l USING (debtor, debtor_id, period, ogd_no, component)
  LEFT JOIN who w USING (debtor, debtor_id)
  WHERE coalesce(a.minor, 0) <> coalesce(l.minor, 0)

  UNION ALL
  SELECT 'no receipt pays more than it is', r.receipt_no, format('received %s, allocated %s', r.amount_minor, a.minor)
  FROM (SELECT receipt_id, sum(amount_minor) AS minor FROM allocation GROUP BY receipt_id) a JOIN receipt r USING (receipt_id)
  WHERE a.minor < 0 OR a.minor > r.amount_minor

  UNION ALL
  SELECT 'allocations and advances of an account = receipts that belonged to it when it was settled', w.debtor_no,
         format('allocated and advanced %s, received %s', l.minor, coalesce(m.minor, 0))
  FROM (SELECT debtor, debtor_id, sum(CASE WHEN reverses IS NULL THEN amount_minor ELSE -amount_minor END) AS minor
        FROM ledger_entry
        WHERE debtor IN ('ACCOUNT', 'PERSON_ACCOUNT') AND (component LIKE 'PAID%' OR component = 'ADVANCE') AND run_id IN (SELECT run_id FROM done)
          -- Advances that were taken on since belong to no settlement yet.
          AND (run_id NOT IN (SELECT run_id FROM take_on) OR run_id IN (SELECT run_id FROM settled_from))
        GROUP BY debtor, debtor_id) l
  LEFT JOIN (SELECT CASE WHEN m.person_id IS NULL THEN 'ACCOUNT' ELSE 'PERSON_ACCOUNT' END AS debtor,
                    coalesce(g.kept_id, m.person_id, m.employer_id) AS debtor_id, sum(r.amount_minor) AS minor
             FROM (SELECT DISTINCT ON (receipt_id) receipt_id, employer_id, person_id
                   FROM receipt_match
                   WHERE run_id <= (SELECT run_id FROM last_settlement)
                     AND (rule NOT IN ('HAND', 'TAKEN_BACK') OR run_id IN (SELECT run_id FROM settled_from))
                   ORDER BY receipt_id, run_id DESC) m
             JOIN receipt r USING (receipt_id)
             JOIN run s ON s.run_id = (SELECT run_id FROM last_settlement)
             LEFT JOIN standing_merge(ARRAY(SELECT run_id FROM settled_from)) g ON g.person_id = m.person_id
             WHERE r.amount_minor > 0 AND r.value_date <= s.business_date AND r.run_id IN (SELECT run_id FROM settled_from)
               AND NOT EXISTS (SELECT FROM receipt b WHERE b.takes_back = r.receipt_id AND b.run_id IN (SELECT run_id FROM settled_from))
             GROUP BY 1, 2) m USING (debtor, debtor_id)
  LEFT JOIN who w USING (debtor, debtor_id)
  WHERE l.minor <> coalesce(m.minor, 0)

  UNION ALL
  SELECT 'a take-on that counts has no total that differs', c.kind || ' ' || c.key, format('expected %s, found %s', c.expected, c.found)
  FROM take_on_check c JOIN take_on t USING (run_id)
  WHERE t.refused <> EXISTS (SELECT FROM take_on_check x WHERE x.run_id = t.run_id AND NOT x.ties) AND NOT t.refused AND NOT c.ties

  UNION ALL
  SELECT 'nothing is kept of a take-on that was refused', 'run ' || t.run_id, format('%s entries', count(l.run_id))
  FROM take_on t JOIN ledger_entry l USING (run_id)
  WHERE t.refused
  GROUP BY t.run_id

  UNION ALL
  SELECT 'opening debts that count = ledger', e.employer_no || ' ' || to_char(period, 'YYYY-MM'),
         format('%s: taken on %s, posted %s', component, coalesce(d.minor, 0), coalesce(l.minor, 0))
  FROM (SELECT employer_id, period, ogd_no, component, sum(amount_minor) AS minor
        FROM opening_debt JOIN standing_take_on USING (run_id)
        GROUP BY employer_id, period, ogd_no, component) d
  FULL JOIN (SELECT debtor_id AS employer_id, value_period AS period, ogd_no, component,
                    sum(CASE WHEN reverses IS NULL THEN amount_minor ELSE -amount_minor END) AS minor
             FROM ledger_entry WHERE debtor = 'OPENING' AND run_id IN (SELECT run_id FROM done)
             GROUP BY debtor_id, value_period, ogd_no, component) l USING (employer_id, period, ogd_no, component)
  LEFT JOIN employer e USING (employer_id)
  WHERE coalesce(d.minor, 0) <> coalesce(l.minor, 0)

  UNION ALL
  SELECT 'opening balances that count = ledger', account, format('taken on %s, posted %s', coalesce(d.minor, 0), coalesce(l.minor, 0))
  FROM (SELECT account, sum(amount_minor) AS minor FROM opening_account JOIN standing_take_on USING (run_id) GROUP BY account) d
  FULL JOIN (SELECT ogd_no AS account, sum(CASE WHEN reverses IS NULL THEN amount_minor ELSE -amount_minor END
                                             * CASE component WHEN 'DEBIT_BALANCE' THEN 1 ELSE -1 END) AS minor
             FROM ledger_entry WHERE debtor = 'CHART' AND run_id IN (SELECT run_id FROM done) GROUP BY ogd_no) l USING (account)
  WHERE coalesce(d.minor, 0) <> coalesce(l.minor, 0)

  UNION ALL
  SELECT 'what two persons decide is decided by two persons', 'decision ' || decision_no, approved_by
  FROM decision_approval
  WHERE lower(approved_by) = lower(proposed_by)

  UNION ALL
  SELECT 'what is given up was decided by two persons and not taken back, as the last settlement knew', w.debtor_no || ' ' || to_char(p.period, 'YYYY-MM'),
         format('%s: posted %s, decided %s', p.component, p.minor, coalesce(d.minor::text, 'nothing'))
  FROM (SELECT debtor, debtor_id, value_period AS period, component, sum(CASE WHEN reverses IS NULL THEN amount_minor ELSE -amount_minor END) AS minor
        FROM ledger_entry
        WHERE debtor IN ('ACCOUNT', 'PERSON_ACCOUNT') AND component SIMILAR TO '(WRITTEN_OFF|PRESCRIBED)%' AND run_id IN (SELECT run_id FROM done)
        GROUP BY debtor, debtor_id, value_period, component) p
  JOIN who w USING (debtor, debtor_id)
  LEFT JOIN (SELECT CASE WHEN d.person_id IS NULL THEN 'ACCOUNT' ELSE 'PERSON_ACCOUNT' END AS debtor,
                    coalesce(g.kept_id, d.person_id, d.employer_id) AS debtor_id, d.period,
                    CASE d.kind WHEN 'WRITE_OFF' THEN 'WRITTEN_OFF_' ELSE 'PRESCRIBED_' END || c.component AS component,
                    sum(coalesce(d.amount_minor, 9223372036854775807)) AS minor
             FROM decision d
             JOIN decision_approval a USING (decision_no)
             LEFT JOIN standing_merge(ARRAY(SELECT run_id FROM settled_from)) g USING (person_id)
             JOIN (VALUES ('CONTRIBUTION'), ('LATE_DECLARATION'), ('LATE_PAYMENT'), ('CLOSED_LATE')) c (component)
               ON CASE WHEN d.component IS NULL THEN c.component <> 'CLOSED_LATE' ELSE c.component = d.component END
             JOIN run_input i ON i.input_run_id = a.run_id
               AND i.run_id = (SELECT max(run_id) FROM run WHERE job = 'account-settlement' AND status = 'COMPLETED')
             WHERE d.kind IN ('WRITE_OFF', 'PRESCRIPTION')
               AND NOT EXISTS (SELECT FROM decision b JOIN decision_approval x USING (decision_no) JOIN run_input y ON y.input_run_id = x.run_id
                               WHERE b.revokes = d.decision_no AND y.run_id = i.run_id)
             GROUP BY 1, 2, d.period, d.kind, c.component) d USING (debtor, debtor_id, period, component)
  WHERE p.minor <> 0 AND p.minor > coalesce(d.minor, 0)

  UNION ALL
  SELECT 'each stage comes once per debt', e.employer_no || ' ' || to_char(s.period, 'YYYY-MM'), format('%s %s times', s.stage, count(*))
  FROM collection_step s
  JOIN employer e USING (employer_id)
  WHERE s.run_id IN (SELECT run_id FROM done)
  GROUP BY e.employer_no, s.period, s.ogd_no, s.stage, s.plan_no
  HAVING count(*) > 1

  UNION ALL
  SELECT 'debts that a letter asks for have its number, and the letter has debts', format('run %s, employer %s', run_id, employer_id),
         format('%s: %s debts, %s numbers', stage, coalesce(s.debts, 0), coalesce(n.numbers, 0))
  FROM (SELECT run_id, employer_id, stage, count(*) AS debts FROM collection_step WHERE run_id IN (SELECT run_id FROM done)
        GROUP BY run_id, employer_id, stage) s
  FULL JOIN (SELECT run_id, employer_id, stage, count(*) AS numbers FROM document
             WHERE stage IS NOT NULL AND run_id IN (SELECT run_id FROM done) GROUP BY run_id, employer_id, stage) n
    USING (run_id, employer_id, stage)
  WHERE coalesce(s.debts, 0) = 0 OR coalesce(n.numbers, 0) <> 1

  UNION ALL
  SELECT 'an instalment plan is the sum of its instalments', 'decision ' || d.decision_no,
         format('agreed %s, instalments %s', d.amount_minor, sum(i.amount_minor))
  FROM decision d LEFT JOIN plan_instalment i USING (decision_no)
  WHERE d.kind = 'PLAN'
  GROUP BY d.decision_no, d.amount_minor
  HAVING d.amount_minor IS DISTINCT FROM sum(i.amount_minor)

  UNION ALL
  SELECT 'a certificate has a number', 'run ' || c.run_id, format('%s numbers', count(d.number))
  FROM clearance c LEFT JOIN document d ON d.run_id = c.run_id AND d.series = 'ATTEST'
  WHERE c.run_id IN (SELECT run_id FROM done)
  GROUP BY c.run_id
  HAVING count(d.number) <> 1

  UNION ALL
  SELECT 'what is posted as read is a filed declaration of that employer and period', e.employer_no || ' ' || to_char(p.period, 'YYYY-MM'),
         format('declaration %s: %s', p.declaration_id, coalesce(d.status, 'none'))
  FROM declaration_posting p
  JOIN employer e USING (employer_id)
  LEFT JOIN declaration d USING (declaration_id)
  WHERE p.as_read AND (d.status, d.employer_id, d.period) IS DISTINCT FROM ('FILED', p.employer_id, p.period)

  UNION ALL
  SELECT 'what is posted together is a declaration and what completes it', e.employer_no || ' ' || to_char(p.period, 'YYYY-MM'),
         format('declaration %s as rev %s of %s, %s', p.declaration_id, p.rev, p.base_rev, coalesce(b.declaration_id::text, 'none'))
  FROM declaration_posting p
  JOIN employer e USING (employer_id)
  LEFT JOIN declaration_posting b ON (b.employer_id, b.period, b.rev) = (p.employer_id, p.period, p.base_rev)
  LEFT JOIN declaration d ON d.declaration_id = p.declaration_id
  WHERE CASE WHEN p.rev = p.base_rev THEN d.completes_id IS NOT NULL ELSE d.completes_id IS DISTINCT FROM b.declaration_id END

  UNION ALL
  SELECT 'what completes a declaration is of its employer and period, and has a place after it',
         d.employer_no || ' ' || to_char(d.period, 'YYYY-MM'),
         format('%s/%s completes %s', d.sender_seq, d.correction, coalesce(b.sender_seq::text, 'none'))
  FROM declaration d LEFT JOIN declaration b ON b.declaration_id = d.completes_id
  WHERE d.completes_id IS NOT NULL
    AND ((b.employer_id, b.period, b.status IN ('FILED', 'REPEATED'), b.completes_id IS NULL) IS DISTINCT FROM (d.employer_id, d.period, true, true)
         OR CASE b.status WHEN 'FILED' THEN b.filed_before >= d.filed_before ELSE b.filed_before > d.filed_before END OR (b.sender_seq, b.correction) >= (d.sender_seq, d.correction))

  UNION ALL
  SELECT 'a person''s day is counted once in a declaration and what completes it', e.employer_no || ' ' || to_char(x.period, 'YYYY-MM'),
         format('person %s, days from %s again', x.person_id, x.from_day)
  FROM (SELECT l.period, l.employer_id, l.person_id, l.from_day,
               max(l.to_day) OVER (PARTITION BY s.base_id, l.person_id ORDER BY l.from_day, l.to_day
                                   ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS covered_to
        FROM (SELECT declaration_id, completes_id AS base_id FROM declaration WHERE completes_id IS NOT NULL
              UNION
              SELECT completes_id, completes_id FROM declaration WHERE completes_id IS NOT NULL) s
        JOIN declaration_line l USING (declaration_id)
        WHERE l.from_day > 0) x
  JOIN employer e USING (employer_id)
  WHERE x.covered_to >= x.from_day

  UNION ALL
  SELECT 'nothing is posted to a period that was closed before',
         format('%s %s, %s, rev %s', n.debtor, n.debtor_id, n.value_period, n.rev),
         format('posted to %s by run %s', to_char(n.posting_period, 'YYYY-MM'), n.run_id)
  FROM ledger_entry n
  JOIN run r USING (run_id)
  WHERE EXISTS (SELECT FROM run_closed_period c WHERE c.run_id = n.run_id AND c.period = n.posting_period)
     OR EXISTS (SELECT FROM period_state s WHERE s.period = n.posting_period AND s.closed_at < r.created_at)

  UNION ALL
  SELECT 'a filed declaration has the lines and amounts that are stored for it', f.employer_no || ' ' || to_char(f.period, 'YYYY-MM'),
         format('lines %s/%s gross %s/%s shares %s/%s', f.accepted, s.lines, f.accepted_gross_minor, s.gross_minor,
                f.employer_minor + f.insured_minor + f.state_minor, s.employer_minor + s.insured_minor + s.state_minor)
  FROM declaration f LEFT JOIN stored s USING (declaration_id)
  WHERE f.status = 'FILED'
    AND (f.accepted, f.accepted_gross_minor, f.base_minor, f.employer_minor, f.insured_minor, f.state_minor, f.persons)
        IS DISTINCT FROM
        (coalesce(s.lines, 0), coalesce(s.gross_minor, 0), coalesce(s.base_minor, 0), coalesce(s.employer_minor, 0),
         coalesce(s.insured_minor, 0), coalesce(s.state_minor, 0), coalesce(s.persons, 0))

  UNION ALL
  SELECT 'a stored line is of its declaration''s run, employer and period', 'declaration ' || s.declaration_id,
         format('%s lines of runs %s to %s, employers %s to %s, periods %s to %s', s.lines, s.first_run, s.last_run, s.first_employer,
                s.last_employer, s.first_period, s.last_period)
  FROM stored s LEFT JOIN declaration d USING (declaration_id)
  WHERE s.last_run IN (SELECT run_id FROM done)
    AND (s.first_run, s.last_run, s.first_employer, s.last_employer, s.first_period, s.last_period)
        IS DISTINCT FROM (d.run_id, d.run_id, d.employer_id, d.employer_id, d.period, d.period)

  UNION ALL
  SELECT 'every file of a completed run has a result', f.name, 'none'
  FROM file f LEFT JOIN file_result r USING (file_id)
  WHERE f.run_id IN (SELECT run_id FROM done) AND r.file_id IS NULL

  UNION ALL
  SELECT 'every file of a completed run is read as it was recognised', f.name,
         format('question %s, refused %s, formats %s', coalesce(g.question_code::text, 'none'), r.refused, d.formats_sha256)
  FROM file f
  JOIN run d USING (run_id)
  JOIN file_result r USING (file_id)
  LEFT JOIN file_recognition g USING (file_id)
  WHERE d.status = 'COMPLETED' AND d.formats_sha256 IS NOT NULL AND r.refused IS DISTINCT FROM g.question_code

  UNION ALL
  SELECT 'formats that a run names are kept', r.scope || '/' || r.job || '-' || r.seq, r.formats_sha256
  FROM run r
  WHERE r.formats_sha256 IS NOT NULL AND NOT EXISTS (SELECT FROM law_blob l WHERE l.sha256 = r.formats_sha256 AND l.kind = 'formats')

  UNION ALL
  SELECT 'lines in = accepted + rejected + repeated, per file', f.name,
         format('lines %s, accepted %s, rejected %s, repeated %s', r.person_lines, r.accepted, r.rejected, r.repeated_lines)
  FROM file_result r JOIN file f USING (file_id)
  WHERE r.person_lines <> r.accepted + r.rejected + r.repeated_lines

  UNION ALL
  SELECT 'the result of a file is that of its declarations and rejects', f.name,
         format('declarations %s/%s accepted %s/%s rejected %s/%s repeated %s/%s', r.declarations, p.declarations, r.accepted, p.accepted,
                r.rejected, coalesce(x.single, 0) + coalesce(p.refused_lines, 0), r.repeated_lines, p.repeated_lines)
  FROM file_result r
  JOIN file f USING (file_id)
  LEFT JOIN per_file p USING (file_id)
  LEFT JOIN per_file_rejects x USING (file_id)
  WHERE f.kind = 'declarations'
    AND (r.declarations, r.filed, r.refused_declarations, r.repeated, r.accepted, r.accepted_gross_minor, r.rejected, r.repeated_lines)
        IS DISTINCT FROM
        (coalesce(p.declarations, 0), coalesce(p.filed, 0), coalesce(p.refused, 0), coalesce(p.repeated, 0), coalesce(p.accepted, 0),
         coalesce(p.accepted_gross_minor, 0), coalesce(x.single, 0) + coalesce(p.refused_lines, 0), coalesce(p.repeated_lines, 0))

  UNION ALL
  SELECT 'the result of a registry file is that of its rejects', f.name,
         format('rejected %s, stored rejects %s', r.rejected, coalesce(x.all_rejects, 0))
  FROM file_result r
  JOIN file f USING (file_id)
  LEFT JOIN per_file_rejects x USING (file_id)
  WHERE f.kind <> 'declarations' AND r.rejected <> coalesce(x.all_rejects, 0)

  UNION ALL
  SELECT 'every version has its person', v.person_id::text, 'none'
  FROM person_version v LEFT JOIN person p USING (person_id)
  WHERE p.person_id IS NULL

  UNION ALL
  SELECT 'the numbers of documents follow each other', format('%s-%s', series, year), format('after %s comes %s', before, first)
  FROM (SELECT series, year, first, coalesce(lag(last) OVER (PARTITION BY series, year ORDER BY first), 0) AS before FROM document_range) r
  WHERE first <> before + 1

  UNION ALL
  SELECT 'documents are numbered without gap and without double', format('%s-%s, run %s', series, year, run_id),
         format('%s to %s are taken, %s documents from %s to %s', r.first, r.last, coalesce(d.documents, 0), d.first, d.last)
  FROM document_range r
  FULL JOIN (SELECT series, year, run_id, min(number) AS first, max(number) AS last, count(*) AS documents,
                    count(DISTINCT number) AS numbers
             FROM document GROUP BY series, year, run_id) d USING (series, year, run_id)
  WHERE (r.first, r.last, (r.last - r.first + 1)::bigint, (r.last - r.first + 1)::bigint)
        IS DISTINCT FROM (d.first, d.last, d.documents, d.numbers)

  UNION ALL
  SELECT 'every file of a completed intake has its acknowledgement', f.name, coalesce(d.documents, 0) || ' numbers'
  FROM file f
  JOIN run r USING (run_id)
  JOIN manifest m USING (run_id)
  LEFT JOIN (SELECT file_id, count(*) AS documents FROM document WHERE series = 'AR' GROUP BY file_id) d USING (file_id)
  WHERE r.job = 'declaration-intake' AND d.documents IS DISTINCT FROM 1
    -- Programs that did not number completed their runs before the first one that was numbered.
    AND m.seq >= (SELECT min(seq) FROM manifest JOIN document_range USING (run_id))

  UNION ALL
  SELECT 'a run that ended for good has a manifest, and no other run has', r.scope || '/' || r.job || '-' || r.seq,
         format('%s, manifest %s', r.status, coalesce(m.seq::text, 'none'))
  FROM run r LEFT JOIN manifest m USING (run_id)
  WHERE (r.status IN ('COMPLETED', 'ABANDONED')) <> (m.run_id IS NOT NULL)

  UNION ALL
  SELECT 'a run began after a manifest of the chain', r.scope || '/' || r.job || '-' || r.seq, r.head_sha256
  FROM run r
  WHERE r.head_sha256 <> repeat('0', 64) AND NOT EXISTS (SELECT FROM manifest m WHERE m.chain_sha256 = r.head_sha256)

  UNION ALL
  SELECT 'a run reads completed runs', r.scope || '/' || r.job || '-' || r.seq, 'run ' || i.input_run_id
  FROM run_input i JOIN run r USING (run_id)
  WHERE i.input_run_id NOT IN (SELECT run_id FROM done)

  UNION ALL
  SELECT 'a withdrawn file was taken in by a completed run, and not after its withdrawal', f.name,
         format('received %s by run %s %s, withdrawn %s by run %s', f.received_on, f.run_id, r.status, w.withdrawn_on, w.run_id)
  FROM file_withdrawal w
  JOIN file f USING (file_id)
  JOIN run r ON r.run_id = f.run_id
  WHERE r.status <> 'COMPLETED' OR w.withdrawn_on < f.received_on
     OR NOT EXISTS (SELECT FROM run_input i WHERE i.run_id = w.run_id AND i.input_run_id = f.run_id)

  UNION ALL
  SELECT 'a content is taken in again only after its withdrawal', min(f.name),
         format('taken %s times, the last is number %s, %s withdrawn', count(*), max(f.taken), count(w.file_id))
  FROM file f
  LEFT JOIN (SELECT file_id FROM file_withdrawal WHERE run_id IN (SELECT run_id FROM done)
             UNION
             SELECT file_id FROM file JOIN run USING (run_id) WHERE status = 'ABANDONED') w USING (file_id)
  -- Files of a take-on come together.
  WHERE f.kind NOT IN ('opening_balances', 'earlier_contributions', 'earlier_rights', 'take_on_control')
  GROUP BY f.kind, f.sha256
  HAVING count(*) <> max(f.taken) OR count(*) - count(w.file_id) > 1

  UNION ALL
  SELECT 'a number is filed again only after its withdrawal', format('%s %s, sequence %s', min(d.employer_no), to_char(d.period, 'YYYY-MM'), d.sender_seq),
         format('filed %s times, the last is number %s, %s withdrawn', count(*), max(d.filing), count(w.file_id))
  FROM declaration d
  LEFT JOIN declaration b ON b.declaration_id = d.completes_id
  -- What completes falls with its base.
  LEFT JOIN LATERAL (SELECT x.file_id FROM file_withdrawal x WHERE x.file_id IN (d.file_id, b.file_id) AND x.run_id IN (SELECT run_id FROM done) LIMIT 1) w ON true
  WHERE d.status = 'FILED'
  GROUP BY d.period, d.employer_id, d.sender_seq, d.correction
  HAVING count(*) <> max(d.filing) OR count(*) - count(w.file_id) > 1

  UNION ALL
  SELECT 'what came in a withdrawn file is not posted by an assessment that knows of the withdrawal',
         e.employer_no || ' ' || to_char(p.period, 'YYYY-MM'), format('declaration %s, posted by run %s', p.declaration_id, p.run_id)
  FROM (SELECT DISTINCT ON (employer_id, period) employer_id, period, run_id, declaration_id
        FROM declaration_posting WHERE run_id IN (SELECT run_id FROM done)
        ORDER BY employer_id, period, rev DESC) p
  JOIN (SELECT scope, max(run_id) AS run_id FROM run
        WHERE job = 'contribution-assessment' AND status = 'COMPLETED' GROUP BY scope) a ON a.scope = to_char(p.period, 'YYYY-MM')
  JOIN declaration d USING (declaration_id)
  JOIN file_withdrawal w USING (file_id)
  JOIN run_input i ON i.run_id = a.run_id AND i.input_run_id = w.run_id
  JOIN employer e ON e.employer_id = p.employer_id

  UNION ALL
  SELECT 'the archive files of a completed run are its closed parts', 'run ' || run_id || ' ' || name,
         format('output %s, part %s', o.content_sha256, p.content_sha256)
  FROM (SELECT run_id, name, rows, sha256, content_sha256 FROM output WHERE place = 'archive') o
  FULL JOIN (SELECT run_id, name, rows, sha256, content_sha256 FROM file_part WHERE run_id IN (SELECT run_id FROM done)) p
    USING (run_id, name)
  WHERE (o.rows, o.sha256, o.content_sha256) IS DISTINCT FROM (p.rows, p.sha256, p.content_sha256)

  UNION ALL
  SELECT 'a number belongs to one person, and nobody to itself', p.person_no, 'belongs to ' || k.person_no
  FROM standing_merge(ARRAY(SELECT run_id FROM done)) m
  JOIN person p USING (person_id)
  JOIN person k ON k.person_id = m.kept_id
  WHERE m.kept_id = m.person_id OR m.kept_id IN (SELECT o.person_id FROM standing_merge(ARRAY(SELECT run_id FROM done)) o)

  UNION ALL
  SELECT 'persons are decided on in the order of days', 'decision P' || d.decision_no, format('on %s, a decision before on %s', d.decided_on, d.before)
  FROM (SELECT decision_no, decided_on, max(decided_on) OVER (ORDER BY decision_no ROWS UNBOUNDED PRECEDING EXCLUDE CURRENT ROW) AS before
        FROM person_decision JOIN run USING (run_id) WHERE status <> 'ABANDONED') d
  WHERE d.before > d.decided_on

  UNION ALL
  SELECT 'lines of invoices = lines accepted, in count and amount', f.name,
         format('accepted %s/%s, stored %s/%s', r.accepted, r.accepted_amount_minor, coalesce(x.lines, 0), coalesce(x.amount, 0))
  FROM file f
  JOIN file_result r USING (file_id)
  LEFT JOIN (SELECT file_id, count(*) AS lines, sum(charged_minor) AS amount FROM claim_line GROUP BY file_id) x USING (file_id)
  WHERE f.kind = 'invoices' AND f.run_id IN (SELECT run_id FROM done)
    AND (r.accepted, r.accepted_amount_minor) IS DISTINCT FROM (coalesce(x.lines, 0), coalesce(x.amount, 0))

  UNION ALL
  SELECT 'a line belongs to an invoice that is filed, of the same provider', l.claim_line_id::text, coalesce(i.status, 'none')
  FROM claim_line l LEFT JOIN invoice i USING (invoice_id)
  WHERE i.status IS DISTINCT FROM 'FILED' OR i.completes_id IS NOT NULL OR i.provider_id <> l.provider_id

  UNION ALL
  SELECT 'corrected lines complete an invoice of the same number and version', format('%s %s', i.provider_no, i.invoice_no),
         format('version %s completes %s of version %s', i.version, b.invoice_no, b.version)
  FROM invoice i JOIN invoice b ON b.invoice_id = i.completes_id
  WHERE (i.provider_id, i.invoice_no, i.version) <> (b.provider_id, b.invoice_no, b.version) OR b.status <> 'FILED' OR b.completes_id IS NOT NULL

  UNION ALL
  SELECT 'an invoice is filed again only after its withdrawal', format('%s %s, version %s', min(i.provider_no), i.invoice_no, i.version),
         format('filed %s times, the last is number %s, %s withdrawn', count(*), max(i.filing), count(w.file_id))
  FROM invoice i
  LEFT JOIN (SELECT file_id FROM file_withdrawal WHERE run_id IN (SELECT run_id FROM done)
             UNION
             SELECT file_id FROM file JOIN run USING (run_id) WHERE status = 'ABANDONED') w USING (file_id)
  WHERE i.status = 'FILED' AND i.completes_id IS NULL
  GROUP BY i.provider_id, i.invoice_no, i.version
  HAVING count(*) <> max(i.filing) OR count(*) - count(w.file_id) > 1

  UNION ALL
  SELECT 'nothing is left of an intake of invoices that is over', 'run ' || c.run_id, count(*) || ' lines'
  FROM incoming_claim c
  WHERE c.run_id IN (SELECT run_id FROM done)
  GROUP BY c.run_id

  UNION ALL
  SELECT 'rows of a list = rows accepted', f.name, format('accepted %s, stored %s', r.accepted, coalesce(x.rows, 0))
  FROM file f
  JOIN file_result r USING (file_id)
  LEFT JOIN (SELECT file_id, count(*) AS rows FROM expected_person GROUP BY file_id) x USING (file_id)
  WHERE f.kind = 'expected' AND f.run_id IN (SELECT run_id FROM done) AND r.accepted <> coalesce(x.rows, 0)

  UNION ALL
  SELECT 'silent employers are expected to declare those whom the control found', 'run ' || s.run_id || ' ' || e.employer_no,
         format('%s persons, found %s', s.expected, coalesce(f.persons, 0))
  FROM silent_employer s
  JOIN employer e USING (employer_id)
  LEFT JOIN (SELECT run_id, employer_no, count(*) AS persons FROM control_finding WHERE finding = 'EMPLOYER_SILENT' GROUP BY run_id, employer_no) f
    ON f.run_id = s.run_id AND f.employer_no = e.employer_no
  WHERE s.run_id IN (SELECT run_id FROM done) AND s.expected <> coalesce(f.persons, 0)

  UNION ALL
  SELECT 'charged = shares + co-payment + reductions', format('line %s rev %s', d.claim_line_id, d.rev),
         format('charged %s; shares %s, co-payment %s, reductions %s', d.charged_minor, coalesce(h.minor, 0), d.copay_minor, coalesce(x.minor, 0))
  FROM claim_decision d
  LEFT JOIN (SELECT claim_line_id, rev, sum(amount_minor) AS minor FROM claim_share GROUP BY claim_line_id, rev) h USING (claim_line_id, rev)
  LEFT JOIN (SELECT claim_line_id, rev, sum(amount_minor) AS minor FROM claim_reduction GROUP BY claim_line_id, rev) x USING (claim_line_id, rev)
  WHERE d.charged_minor <> coalesce(h.minor, 0) + d.copay_minor + coalesce(x.minor, 0)

  UNION ALL
  SELECT 'a line is decided for what it charges', format('line %s rev %s', d.claim_line_id, d.rev),
         format('charged %s, decided %s', l.charged_minor, d.charged_minor)
  FROM claim_decision d LEFT JOIN claim_line l USING (claim_line_id)
  WHERE d.status <> 'WITHDRAWN' AND l.charged_minor IS DISTINCT FROM d.charged_minor

  UNION ALL
  SELECT 'revisions of a decision follow each other', format('line %s', claim_line_id), format('%s revisions, the last is %s', count(*), max(rev))
  FROM claim_decision
  GROUP BY claim_line_id
  HAVING count(*) <> max(rev)

  UNION ALL
  SELECT 'an invoice in the ledger = shares of its lines', i.provider_no || '/' || i.invoice_no || '/' || i.version,
         format('%s: shares %s, posted %s', payer, coalesce(o.minor, 0), coalesce(p.minor, 0))
  FROM (SELECT l.invoice_id, s.payer, sum(s.amount_minor) AS minor
        FROM (SELECT DISTINCT ON (claim_line_id) claim_line_id, rev, invoice_id, status FROM claim_decision
              WHERE run_id IN (SELECT run_id FROM done) ORDER BY claim_line_id, rev DESC) l
        JOIN claim_share s USING (claim_line_id, rev)
        WHERE l.status = 'PAID'
        GROUP BY l.invoice_id, s.payer) o
  FULL JOIN (SELECT debtor_id AS invoice_id, ogd_no AS payer, sum(CASE WHEN reverses IS NULL THEN amount_minor ELSE -amount_minor END) AS minor
             FROM ledger_entry WHERE debtor = 'INVOICE' AND run_id IN (SELECT run_id FROM done)
             GROUP BY debtor_id, ogd_no) p USING (invoice_id, payer)
  JOIN invoice i USING (invoice_id)
  WHERE coalesce(o.minor, 0) <> coalesce(p.minor, 0)

  UNION ALL
  SELECT 'what is claimed for closed days = what was paid for them', payer, format('paid %s, claimed %s', coalesce(p.minor, 0), coalesce(l.minor, 0))
  FROM (SELECT payer, sum(amount_minor) AS minor
        FROM closed_late_paid(ARRAY(SELECT input_run_id FROM run_input
                                    WHERE run_id = (SELECT max(run_id) FROM run WHERE job = 'claim-adjudication' AND status = 'COMPLETED')))
        GROUP BY payer) p
  FULL JOIN (SELECT ogd_no AS payer, sum(CASE WHEN reverses IS NULL THEN amount_minor ELSE -amount_minor END) AS minor
             FROM ledger_entry WHERE debtor IN ('EMPLOYER_CARE', 'PERSON_CARE') AND run_id IN (SELECT run_id FROM done)
             GROUP BY ogd_no) l USING (payer)
  WHERE coalesce(p.minor, 0) <> coalesce(l.minor, 0)

  UNION ALL
  SELECT 'one decision of a line is told at most', format('line %s', claim_line_id), format('%s stand told', sum(sign))
  FROM claim_told
  WHERE run_id IN (SELECT run_id FROM done)
  GROUP BY claim_line_id
  HAVING sum(sign) NOT IN (0, 1)

  UNION ALL
  -- What a line took under an agreement that lifts the limit does not count; limits of a status are not added up here, nor what was taken
  -- under a number that was taken apart from another since: it was judged as that of one person.
  SELECT 'no limit is exceeded', t.limit_id || ' ' || t.key, format('from %s on: %s taken, at most %s', t.since, t.taken, t.most)
  FROM (WITH agreed AS (
          SELECT DISTINCT c.claim_line_id, c.rev FROM claim_consumption c JOIN prior_agreement p ON p.agreement_no = c.limit_id
        ), took AS MATERIALIZED (
          SELECT c.limit_id, c.key, c.on_date, f.window_kind, f.days, max(f.most) AS most,
                 sum(CASE f.counted WHEN 'AMOUNT' THEN c.amount_minor ELSE c.quantity_milli END) AS taken
          FROM (SELECT DISTINCT ON (claim_line_id) claim_line_id, rev, run_id, status FROM claim_decision
                WHERE run_id IN (SELECT run_id FROM done) ORDER BY claim_line_id, rev DESC) d
          JOIN claim_consumption c USING (claim_line_id, rev)
          JOIN limit_in_force f ON f.run_id = d.run_id AND f.limit_id = c.limit_id AND f.care_on = c.on_date
          LEFT JOIN agreed a ON a.claim_line_id = c.claim_line_id AND a.rev = c.rev
          LEFT JOIN (SELECT l.claim_line_id FROM claim_line l
                     WHERE l.person_id IN (SELECT dropped_id FROM person_decision WHERE kind = 'UNMERGE')) u ON u.claim_line_id = c.claim_line_id
          WHERE d.status <> 'WITHDRAWN' AND NOT (f.lifted AND a.rev IS NOT NULL) AND u.claim_line_id IS NULL
          GROUP BY c.limit_id, c.key, c.on_date, f.window_kind, f.days
        )
        SELECT limit_id, key, min(on_date) AS since, sum(taken) AS taken, max(most) AS most
        FROM took
        WHERE window_kind IN ('YEAR', 'EVER')
        GROUP BY limit_id, key, CASE window_kind WHEN 'YEAR' THEN extract(year FROM on_date) END
        UNION ALL
        SELECT o.limit_id, o.key, o.on_date, sum(w.taken), max(w.most)
        FROM (SELECT limit_id, key, on_date, min(days) AS days FROM took WHERE window_kind = 'DAYS' GROUP BY limit_id, key, on_date) o
        JOIN took w ON w.limit_id = o.limit_id AND w.key = o.key AND w.on_date >= o.on_date AND w.on_date < o.on_date + least(o.days, w.days)
        GROUP BY o.limit_id, o.key, o.on_date) t
  WHERE t.taken > t.most

  UNION ALL
  SELECT 'rights with a payer do not overlap', p.person_no || ' ' || s.payer, format('from %s to %s, next from %s', s.valid_from, s.valid_to, s.next_from)
  FROM (SELECT r.*, lead(r.valid_from) OVER (PARTITION BY r.person_id, r.payer ORDER BY r.valid_from, r.head_id) AS next_from
        FROM standing_right(ARRAY(SELECT run_id FROM done)) r) s
  JOIN person p USING (person_id)
  WHERE s.next_from IS NOT NULL AND (s.valid_to IS NULL OR s.valid_to > s.next_from)

  UNION ALL
  SELECT 'a reversed right is repeated', p.person_no || ' ' || r.payer, format('revisions %s and %s', r.rev, r.reverses)
  FROM rights_period r
  JOIN person p USING (person_id)
  LEFT JOIN rights_period o ON o.person_id = r.person_id AND o.payer = r.payer AND o.head_id = r.head_id AND o.rev = r.reverses
  WHERE r.reverses IS NOT NULL
    AND (o.reverses IS NOT NULL OR (o.valid_from, o.valid_to, o.population, o.rule, o.why, o.why_arguments, o.end_why, o.end_arguments)
          IS DISTINCT FROM (r.valid_from, r.valid_to, r.population, r.rule, r.why, r.why_arguments, r.end_why, r.end_arguments))

  UNION ALL
  SELECT 'packs, settings and formats are stored under their hash', l.kind || ' ' || l.sha256,
         encode(sha256(convert_to(l.content, 'UTF8')), 'hex')
  FROM law_blob l
  WHERE encode(sha256(convert_to(l.content, 'UTF8')), 'hex') <> l.sha256
)
-- The first of each rule before the second of any: whoever reads only the beginning sees every rule that is broken.
SELECT rule, place, CASE WHEN of_rule = 1 THEN found ELSE format('%s (one of %s)', found, of_rule) END
FROM (SELECT rule, place, found, row_number() OVER (PARTITION BY rule ORDER BY place) AS n, count(*) OVER (PARTITION BY rule) AS of_rule
      FROM broken) b
ORDER BY n, rule
LIMIT 100
