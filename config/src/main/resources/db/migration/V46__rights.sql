-- Rights with payers: who is covered from which day to which, and why. Compare, then post: nothing is updated; what no longer holds is
-- reversed, and what holds instead is a new row.

CREATE TABLE rights_period (
  person_id     bigint  NOT NULL,
  payer         text COLLATE "C" NOT NULL CHECK (payer <> ''),
  head_id       bigint  NOT NULL,
  rev           integer NOT NULL CHECK (rev > 0),
  run_id        integer NOT NULL,
  reverses      integer CHECK (reverses < rev),
  valid_from    date    NOT NULL,
  valid_to      date CHECK (valid_to > valid_from),
  population    text COLLATE "C" NOT NULL,
  rule          text COLLATE "C" NOT NULL,
  why           text COLLATE "C" NOT NULL CHECK (why <> ''),
  why_arguments text    NOT NULL,
  end_why       text COLLATE "C",
  end_arguments text    NOT NULL,
  PRIMARY KEY (person_id, payer, head_id, rev),
  CHECK ((valid_to IS NULL) = (end_why IS NULL))
);
COMMENT ON TABLE rights_period IS 'Rights of persons with payers of the care law, half-open. Never read it as it is: standing_right(runs) gives the periods that hold as some runs knew them.';
COMMENT ON COLUMN rights_period.person_id IS 'The number that was kept, of persons who have several.';
COMMENT ON COLUMN rights_period.payer IS 'As payers in the care law name it.';
COMMENT ON COLUMN rights_period.head_id IS 'The insured person from whom the right comes: the person himself, or the head of the family of a dependant.';
COMMENT ON COLUMN rights_period.rev IS 'Counts the rows of a person, payer and head.';
COMMENT ON COLUMN rights_period.reverses IS 'The row that this one takes back; it repeats what that one says.';
COMMENT ON COLUMN rights_period.valid_to IS 'First day on which it is closed, which may be to come; null while no end is known.';
COMMENT ON COLUMN rights_period.population IS 'Of the head; empty for rights that rest on a status.';
COMMENT ON COLUMN rights_period.rule IS 'Which rule of the care law (rights, id).';
COMMENT ON COLUMN rights_period.why IS 'Code of why it opened (RightReason of domain); its arguments are separated by semicolons. end_why and end_arguments in the same way say why it closes.';
CREATE UNIQUE INDEX rights_period_reversed_once ON rights_period (person_id, payer, head_id, reverses) WHERE reverses IS NOT NULL;
CREATE INDEX rights_period_run ON rights_period (run_id);
CREATE INDEX rights_period_head ON rights_period (head_id);
CREATE TRIGGER refers AFTER INSERT ON rights_period REFERENCING NEW TABLE AS added FOR EACH STATEMENT
  EXECUTE FUNCTION refers('run_id', 'run', 'run_id', 'person_id', 'person', 'person_id', 'head_id', 'person', 'person_id');
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON rights_period EXECUTE FUNCTION append_only();

-- The periods that hold, as some runs of entitlement knew them: what others freeze as their inputs. Of one person and payer none overlap.
-- A right is open on a day when valid_from <= day AND (valid_to IS NULL OR day < valid_to).
CREATE FUNCTION standing_right(runs integer[])
RETURNS TABLE (person_id bigint, payer text, head_id bigint, rev integer, run_id integer, valid_from date, valid_to date, population text,
               rule text, why text, why_arguments text, end_why text, end_arguments text)
LANGUAGE sql STABLE AS $$
  SELECT p.person_id, p.payer, p.head_id, p.rev, p.run_id, p.valid_from, p.valid_to, p.population, p.rule, p.why, p.why_arguments, p.end_why,
         p.end_arguments
  FROM rights_period p
  LEFT JOIN rights_period r
    ON r.person_id = p.person_id AND r.payer = p.payer AND r.head_id = p.head_id AND r.reverses = p.rev AND r.run_id = ANY (runs)
  WHERE p.reverses IS NULL AND p.run_id = ANY (runs) AND r.rev IS NULL
$$;

-- Days that stood open and were closed afterwards, before the day of the run that closed them: care of these days may have been paid. Nothing
-- that was released is taken back; who caused it may owe it.
CREATE TABLE right_closed_late (
  run_id    integer NOT NULL,
  person_id bigint  NOT NULL,
  payer     text COLLATE "C" NOT NULL,
  head_id   bigint  NOT NULL,
  lost_from date    NOT NULL,
  lost_to   date    NOT NULL CHECK (lost_to > lost_from),
  why       text COLLATE "C" NOT NULL,
  arguments text    NOT NULL,
  PRIMARY KEY (run_id, person_id, payer, head_id, lost_from)
);
COMMENT ON TABLE right_closed_late IS 'What a run closed for days before its own. Care of these days that was released before the run stays as it is: it is a claim on who caused it.';
COMMENT ON COLUMN right_closed_late.why IS 'Why they are closed by now (RightReason of domain).';
CREATE INDEX right_closed_late_person ON right_closed_late (person_id);
CREATE TRIGGER refers AFTER INSERT ON right_closed_late REFERENCING NEW TABLE AS added FOR EACH STATEMENT
  EXECUTE FUNCTION refers('run_id', 'run', 'run_id', 'person_id', 'person', 'person_id', 'head_id', 'person', 'person_id');
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON right_closed_late EXECUTE FUNCTION append_only();

-- Two more things that are so of a person: where he is insured, by which benefits may begin; and death.
ALTER TABLE person_status
  DROP CONSTRAINT person_status_kind_check,
  ADD CONSTRAINT person_status_kind_check
    CHECK (kind IN ('pregnancy', 'disability', 'chronic', 'student', 'assistance', 'programme', 'mutual', 'region', 'death')),
  ADD CONSTRAINT person_status_region_check CHECK (kind <> 'region' OR detail <> '');
COMMENT ON COLUMN person_status.detail IS 'chronic: code of the affection (CIM-10); programme, mutual and region: which one; else empty or free.';
