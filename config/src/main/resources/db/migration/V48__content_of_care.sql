-- What was done, so that the same care is recognised whoever invoices it, under whichever number.
CREATE FUNCTION care_content(care_on date, act_code text, letter text, coefficient numeric, medicine_code text, quantity numeric)
RETURNS uuid LANGUAGE sql STABLE AS $$
  SELECT md5(concat_ws('|', care_on, act_code, letter, trim_scale(coefficient), medicine_code, trim_scale(quantity)))::uuid
$$;
COMMENT ON FUNCTION care_content IS 'The day, what was done in one of three ways (act; letter and coefficient; medicine), and how many.';
