-- Days before the run's own that stood open and are closed by now, of persons whose rights the run changed.
INSERT INTO right_closed_late (run_id, person_id, payer, head_id, lost_from, lost_to, why, arguments)
WITH touched AS (
  SELECT DISTINCT person_id, payer FROM rights_period WHERE run_id = :run AND reverses IS NOT NULL
), before AS MATERIALIZED (
  SELECT s.* FROM standing_right(:before) s JOIN touched USING (person_id, payer)
), after AS MATERIALIZED (
  SELECT s.* FROM standing_right(:before || :run::integer) s JOIN touched USING (person_id, payer)
), lost AS (
  SELECT b.person_id, b.payer, unnest(b.days - coalesce(a.days, '{}') - datemultirange(daterange(:date, NULL))) AS days
  FROM (SELECT person_id, payer, range_agg(daterange(valid_from, valid_to)) AS days FROM before GROUP BY person_id, payer) b
  LEFT JOIN (SELECT person_id, payer, range_agg(daterange(valid_from, valid_to)) AS days FROM after GROUP BY person_id, payer) a
    USING (person_id, payer)
)
SELECT :run, l.person_id, l.payer, min(b.head_id), lower(l.days), upper(l.days), coalesce(min(a.end_why), 'LEFT'), coalesce(min(a.end_arguments), '')
FROM lost l
JOIN before b ON b.person_id = l.person_id AND b.payer = l.payer AND daterange(b.valid_from, b.valid_to) @> lower(l.days)
LEFT JOIN after a ON a.person_id = l.person_id AND a.payer = l.payer AND a.valid_to = lower(l.days)
GROUP BY l.person_id, l.payer, l.days
