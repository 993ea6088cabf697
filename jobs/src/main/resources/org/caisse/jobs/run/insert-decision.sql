INSERT INTO decision (decision_no, run_id, kind, receipt_id, employer_id, period, component, amount_minor, reason, proposed_by, proposed_on, on_day,
                      series, year, number, revokes, ogd_no, remittance_no, person_id)
SELECT coalesce(max(decision_no), 0) + 1, :run, :kind, :receipt::bigint, :employer::bigint, :period::date, :component::text, :amount::bigint,
       :reason, :by, :day, :onDay::date, :series::text, :year::integer, :number::integer, :revokes::integer, :ogd::text, :remittance::text,
       :person::bigint
FROM decision
