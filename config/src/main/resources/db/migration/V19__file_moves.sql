-- What became of the declarations of a file in the books, for its page.

CREATE FUNCTION file_moves(of_file integer) RETURNS TABLE (what text, employer_id bigint, period date, run_id integer) LANGUAGE sql STABLE AS $$
  WITH own AS (
    SELECT d.declaration_id FROM declaration d WHERE d.file_id = of_file
  ), counted AS (
    SELECT p.employer_id, p.period, p.base_rev, min(p.run_id) AS from_run,
           (SELECT min(q.run_id) FROM declaration_posting q
            WHERE q.employer_id = p.employer_id AND q.period = p.period AND q.base_rev > p.base_rev) AS until_run
    FROM declaration_posting p JOIN own USING (declaration_id)
    GROUP BY p.employer_id, p.period, p.base_rev
  ), began AS (
    SELECT c.employer_id, c.period, c.from_run AS run_id FROM counted c
  ), ceased AS (
    SELECT c.employer_id, c.period, c.until_run AS run_id FROM counted c WHERE c.until_run IS NOT NULL EXCEPT SELECT * FROM began
  ), changed AS (
    SELECT DISTINCT c.employer_id, c.period, e.run_id
    FROM counted c JOIN ledger_entry e ON e.value_period = c.period AND e.debtor = 'EMPLOYER' AND e.debtor_id = c.employer_id
    WHERE e.run_id > c.from_run AND (c.until_run IS NULL OR e.run_id < c.until_run)
  ), undated AS (
    SELECT DISTINCT c.employer_id, c.period, e.run_id
    FROM counted c
    JOIN ledger_entry e ON e.value_period = c.period AND e.debtor = 'EMPLOYER' AND e.debtor_id = c.employer_id
    WHERE e.component = 'LATE_DECLARATION'
      AND e.run_id = (SELECT min(i.run_id) FROM file_withdrawal w JOIN run_input i ON i.input_run_id = w.run_id JOIN run r ON r.run_id = i.run_id
                      WHERE w.file_id = of_file AND r.job = 'contribution-assessment' AND r.scope = to_char(c.period, 'YYYY-MM'))
    EXCEPT (SELECT * FROM began UNION ALL SELECT * FROM ceased UNION ALL SELECT * FROM changed)
  )
  SELECT 'BEGAN', began.* FROM began UNION ALL SELECT 'CHANGED', changed.* FROM changed
  UNION ALL SELECT 'CEASED', ceased.* FROM ceased UNION ALL SELECT 'UNDATED', undated.* FROM undated
$$;
COMMENT ON FUNCTION file_moves IS 'Runs in which a declaration of a file began to count for an employer and month (BEGAN), in which what was posted changed while it counted (CHANGED), in which it ceased to count (CEASED), and in which its day of receipt was lost to a month that counts by another file: the surcharge changed (UNDATED).';
