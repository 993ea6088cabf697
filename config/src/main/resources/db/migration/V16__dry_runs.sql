-- For dry runs: a transaction that goes on for long must not keep others from reading.

-- Makes the partition of a period when it is first needed; safe when two runs need it at once. Attached, not created in its place: that
-- lets others read and write the table meanwhile.
CREATE OR REPLACE FUNCTION ensure_declaration_period(first_day date) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  partition_name text := 'declaration_line_' || to_char(first_day, 'YYYY_MM');
BEGIN
  IF to_regclass(partition_name) IS NULL THEN
    PERFORM pg_advisory_xact_lock(hashtext('ensure_declaration_period'));
    IF to_regclass(partition_name) IS NULL THEN
      EXECUTE format('CREATE TABLE %I (LIKE declaration_line INCLUDING ALL, PRIMARY KEY (declaration_id, line_no))', partition_name);
      EXECUTE format('ALTER TABLE declaration_line ATTACH PARTITION %I FOR VALUES IN (%L)', partition_name, first_day);
      -- The trigger of the whole table is not asked when somebody works on the partition itself.
      EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON %I EXECUTE FUNCTION append_only()',
        partition_name);
    END IF;
  END IF;
END $$;

-- A withdrawal that was given up before it was completed does not keep its file from being withdrawn.
ALTER TABLE file_withdrawal
  DROP CONSTRAINT file_withdrawal_pkey,
  ADD PRIMARY KEY (file_id, run_id);
CREATE FUNCTION withdrawn_once() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- Of two that withdraw a file at once, the second sees what the first did.
  PERFORM pg_advisory_xact_lock(hashtext('file_withdrawal'));
  IF EXISTS (SELECT FROM file_withdrawal w JOIN run r USING (run_id) WHERE w.file_id = NEW.file_id AND r.status <> 'ABANDONED') THEN
    RAISE EXCEPTION 'file % is withdrawn already', NEW.file_id USING ERRCODE = 'unique_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER withdrawn_once BEFORE INSERT ON file_withdrawal FOR EACH ROW EXECUTE FUNCTION withdrawn_once();
