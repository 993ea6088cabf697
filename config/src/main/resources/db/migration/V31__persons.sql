-- One person under several numbers: what people decide, and what a run finds for them to decide.

CREATE TABLE person_decision (
  decision_no integer PRIMARY KEY CHECK (decision_no > 0),
  run_id      integer NOT NULL UNIQUE REFERENCES run,
  kind        text    NOT NULL CHECK (kind IN ('MERGE', 'UNMERGE', 'DISTINCT')),
  kept_id     bigint  NOT NULL,
  dropped_id  bigint  NOT NULL,
  reason      text    NOT NULL CHECK (reason <> ''),
  decided_by  text    NOT NULL CHECK (decided_by <> ''),
  decided_on  date    NOT NULL,
  CHECK (kept_id <> dropped_id)
);
COMMENT ON TABLE person_decision IS 'MERGE: both numbers are one person, who is known by the first from now on. UNMERGE takes that back. DISTINCT: they are two persons. For every run that has the deciding run among its inputs; the last word on a number counts.';
CREATE TRIGGER refers AFTER INSERT ON person_decision REFERENCING NEW TABLE AS added FOR EACH STATEMENT
  EXECUTE FUNCTION refers('kept_id', 'person', 'person_id', 'dropped_id', 'person', 'person_id');
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON person_decision EXECUTE FUNCTION append_only();

-- Whatever two people decide at once: a number belongs to one person at most, nobody to itself, and what is undone stood.
CREATE FUNCTION person_decision_fits() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  of_dropped record;
  of_kept record;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('person_decision'));
  SELECT d.kind, d.kept_id INTO of_dropped FROM person_decision d JOIN run r USING (run_id)
  WHERE d.dropped_id = NEW.dropped_id AND d.kind <> 'DISTINCT' AND r.status <> 'ABANDONED' ORDER BY d.decision_no DESC LIMIT 1;
  SELECT d.kind, d.kept_id INTO of_kept FROM person_decision d JOIN run r USING (run_id)
  WHERE d.dropped_id = NEW.kept_id AND d.kind <> 'DISTINCT' AND r.status <> 'ABANDONED' ORDER BY d.decision_no DESC LIMIT 1;
  IF NEW.kind = 'MERGE' AND (of_dropped.kind IS NOT DISTINCT FROM 'MERGE' OR of_kept.kind IS NOT DISTINCT FROM 'MERGE') THEN
    RAISE EXCEPTION 'one of the persons % and % belongs to another already', NEW.kept_id, NEW.dropped_id USING ERRCODE = 'unique_violation';
  END IF;
  IF NEW.kind = 'UNMERGE' AND (of_dropped.kind, of_dropped.kept_id) IS DISTINCT FROM ('MERGE', NEW.kept_id) THEN
    RAISE EXCEPTION 'person % does not belong to %', NEW.dropped_id, NEW.kept_id USING ERRCODE = 'unique_violation';
  END IF;
  IF EXISTS (SELECT FROM person_decision d JOIN run r USING (run_id) WHERE d.decided_on > NEW.decided_on AND r.status <> 'ABANDONED') THEN
    RAISE EXCEPTION 'a later day than % was decided on already', NEW.decided_on USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER person_decision_fits BEFORE INSERT ON person_decision FOR EACH ROW EXECUTE FUNCTION person_decision_fits();

-- The numbers that belong to another person, as some runs decided. A person that others belong to may belong to another one in turn;
-- decisions are dated in order, so what some runs know never goes in a circle.
CREATE FUNCTION standing_merge(runs integer[]) RETURNS TABLE (person_id bigint, kept_id bigint) LANGUAGE sql STABLE AS $$
  WITH RECURSIVE word AS (
    SELECT DISTINCT ON (d.dropped_id) d.dropped_id, d.kept_id, d.kind
    FROM person_decision d
    WHERE d.run_id = ANY (runs) AND d.kind <> 'DISTINCT'
    ORDER BY d.dropped_id, d.decision_no DESC
  ), belongs AS (
    SELECT w.dropped_id, w.kept_id FROM word w WHERE w.kind = 'MERGE'
  ), chain AS (
    SELECT b.dropped_id, b.kept_id, 1 AS links FROM belongs b
    UNION ALL
    SELECT c.dropped_id, b.kept_id, c.links + 1 FROM chain c JOIN belongs b ON b.dropped_id = c.kept_id
  )
  SELECT DISTINCT ON (c.dropped_id) c.dropped_id, c.kept_id FROM chain c ORDER BY c.dropped_id, c.links DESC
$$;

CREATE VIEW kept_person AS
  SELECT p.person_id, coalesce(m.kept_id, p.person_id) AS kept_id
  FROM person p
  LEFT JOIN standing_merge(ARRAY(SELECT run_id FROM run WHERE job = 'person-decision' AND status = 'COMPLETED')) m USING (person_id);
COMMENT ON VIEW kept_person IS 'To whom everything of a number belongs by now: contributions, rights, claims. The rows themselves stay as they were.';

-- What a run compares and finds.
CREATE TABLE person_pair (
  run_id   integer NOT NULL REFERENCES run,
  person_a bigint  NOT NULL,
  person_b bigint  NOT NULL CHECK (person_a < person_b),
  PRIMARY KEY (run_id, person_a, person_b)
);
COMMENT ON TABLE person_pair IS 'Pairs of persons that share something a duplicate would share: those a run compares.';
CREATE TRIGGER refers AFTER INSERT ON person_pair REFERENCING NEW TABLE AS added FOR EACH STATEMENT
  EXECUTE FUNCTION refers('person_a', 'person', 'person_id', 'person_b', 'person', 'person_id');
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON person_pair EXECUTE FUNCTION append_only();

CREATE TABLE person_work (
  run_id    integer NOT NULL REFERENCES run,
  person_id bigint  NOT NULL,
  work      text    NOT NULL,
  PRIMARY KEY (run_id, person_id)
);
COMMENT ON TABLE person_work IS 'Of the persons of a run''s pairs: employer, first and last month that it declared the person for, and so on.';
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON person_work EXECUTE FUNCTION append_only();

CREATE TABLE person_block (
  run_id  integer NOT NULL REFERENCES run,
  share   text COLLATE "C" NOT NULL,
  persons integer NOT NULL,
  PRIMARY KEY (run_id, share)
);
COMMENT ON TABLE person_block IS 'What more persons share than a run compares with each other: these pairs were not looked at for that reason alone.';
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON person_block EXECUTE FUNCTION append_only();

CREATE TABLE person_candidate (
  run_id   integer NOT NULL REFERENCES run,
  person_a bigint  NOT NULL,
  person_b bigint  NOT NULL,
  score    integer NOT NULL,
  why      text    NOT NULL,
  keep_a   boolean NOT NULL,
  PRIMARY KEY (run_id, person_a, person_b),
  FOREIGN KEY (run_id, person_a, person_b) REFERENCES person_pair
);
COMMENT ON TABLE person_candidate IS 'Pairs that may be one person, for a person to decide. keep_a: the first is the number to keep, as far as can be told.';
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON person_candidate EXECUTE FUNCTION append_only();

-- Numbers by which others know a person.
CREATE TABLE person_identifier (
  person_id  bigint  NOT NULL,
  kind       text    NOT NULL,
  valid_from date    NOT NULL,
  run_id     integer NOT NULL REFERENCES run,
  file_id    integer NOT NULL REFERENCES file,
  line_no    integer NOT NULL,
  value      text COLLATE "C" NOT NULL,
  valid_to   date,
  PRIMARY KEY (person_id, kind, valid_from, run_id),
  CHECK (valid_to > valid_from)
);
COMMENT ON TABLE person_identifier IS 'National number, telephone and other numbers of a person, bitemporal as the registry is.';
CREATE INDEX person_identifier_value ON person_identifier (kind, value);
CREATE TRIGGER refers AFTER INSERT ON person_identifier REFERENCING NEW TABLE AS added FOR EACH STATEMENT
  EXECUTE FUNCTION refers('person_id', 'person', 'person_id');
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON person_identifier EXECUTE FUNCTION append_only();

-- The declarations of a month that count: of each employer the highest number, with what completes it.
CREATE FUNCTION counting_declaration(of_period date, runs integer[], withdrawn integer[]) RETURNS TABLE (employer_id bigint, declaration_id bigint)
LANGUAGE sql STABLE AS $$
  WITH base AS (
    SELECT DISTINCT ON (s.employer_id) s.employer_id, s.declaration_id
    FROM standing_declaration(of_period, runs, withdrawn) s
    WHERE s.kind IN ('ORIGINAL', 'REPLACEMENT', 'NIL')
    ORDER BY s.employer_id, s.sender_seq DESC, s.declaration_id
  )
  SELECT b.employer_id, b.declaration_id FROM base b
  UNION ALL
  SELECT c.employer_id, c.declaration_id
  FROM declaration c JOIN base b ON b.declaration_id = c.completes_id
  WHERE c.period = of_period AND c.status = 'FILED' AND c.run_id = ANY (runs) AND c.file_id <> ALL (withdrawn)
$$;

-- Persons as they were on a day, as some runs know them, without some files.
CREATE FUNCTION known_person(ids bigint[], of_day date, runs integer[], withdrawn integer[])
RETURNS TABLE (person_id bigint, person_no text, last_name text, first_name text, birth_date date, sex text, population text, ogd_no text,
               valid_to date, national_id text, phone text)
LANGUAGE sql STABLE AS $$
  SELECT p.person_id, p.person_no, v.last_name, v.first_name, v.birth_date, v.sex, v.population, v.ogd_no, v.valid_to,
         coalesce(n.value, ''), coalesce(t.value, '')
  FROM unnest(ids) i (person_id)
  JOIN person p USING (person_id)
  CROSS JOIN LATERAL (
    SELECT * FROM person_version o
    WHERE o.person_id = p.person_id AND o.run_id = ANY (runs) AND o.file_id <> ALL (withdrawn) AND o.valid_from <= of_day
    ORDER BY o.valid_from DESC, o.run_id DESC LIMIT 1) v
  LEFT JOIN LATERAL (
    SELECT o.value FROM person_identifier o
    WHERE o.person_id = p.person_id AND o.kind = 'national_id' AND o.run_id = ANY (runs) AND o.file_id <> ALL (withdrawn)
      AND o.valid_from <= of_day
    ORDER BY o.valid_from DESC, o.run_id DESC LIMIT 1) n ON true
  LEFT JOIN LATERAL (
    SELECT o.value FROM person_identifier o
    WHERE o.person_id = p.person_id AND o.kind = 'phone' AND o.run_id = ANY (runs) AND o.file_id <> ALL (withdrawn)
      AND o.valid_from <= of_day
    ORDER BY o.valid_from DESC, o.run_id DESC LIMIT 1) t ON true
$$;
