-- Keeps the limits by which lines of each day of care are judged.
INSERT INTO limit_in_force (run_id, limit_id, care_on, counted, window_kind, days, lifted, most)
SELECT :run, limit_id, care_on, counted, window_kind, days, lifted, most
FROM unnest(:limits::text[], :on::date[], :counted::text[], :kinds::text[], :days::integer[], :lifted::boolean[], :most::bigint[])
  AS l (limit_id, care_on, counted, window_kind, days, lifted, most)
