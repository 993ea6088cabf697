SELECT (SELECT count(DISTINCT employer_id) FROM open_debt(s.run_id))                AS employers,
       (SELECT count(*) FROM open_debt(s.run_id))                                   AS debts,
       (SELECT coalesce(sum(open_minor), 0)::bigint FROM open_debt(s.run_id))       AS open_minor
FROM (SELECT max(i.input_run_id) AS run_id FROM run_input i JOIN run r ON r.run_id = i.input_run_id
      WHERE i.run_id = :run AND r.job = 'account-settlement') s
