-- What the State bears for the month per delegated body, of everyone's posted contributions, and what stands on its account.
WITH share AS (
  SELECT ogd_no, sum(state_minor) AS amount_minor
  FROM (SELECT ogd_no, state_minor FROM assessment WHERE period = :period
        UNION ALL
        SELECT s.ogd_no, d.state_minor
        FROM declaration_posting p JOIN declaration d USING (declaration_id)
        JOIN employer_standing s ON s.employer_id = p.employer_id AND s.run_id = :run
        WHERE p.period = :period AND p.as_read) a
  GROUP BY ogd_no
), entry AS (
  SELECT * FROM ledger_entry WHERE value_period = :period AND debtor = 'STATE' AND run_id <> :run
)
SELECT (SELECT string_agg(ogd_no || '|' || amount_minor, ';' ORDER BY ogd_no) FROM share WHERE amount_minor <> 0) AS shares,
       (SELECT string_agg(concat_ws('|', ogd_no, component, payer, rev, amount_minor), ';' ORDER BY rev)
        FROM entry e
        WHERE reverses IS NULL AND NOT EXISTS (SELECT FROM entry r WHERE r.reverses = e.rev)) AS posted,
       coalesce((SELECT max(rev) FROM entry), 0) AS last_rev
WHERE :after < 0
