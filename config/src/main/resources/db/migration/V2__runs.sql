-- Runs, what they read, and what they leave.

-- Refuses to change or delete rows of the tables that carry it.
CREATE FUNCTION append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only: corrections are new rows', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;

CREATE TABLE run (
  run_id          integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  job             text    NOT NULL,
  scope           text    NOT NULL,
  seq             integer NOT NULL CHECK (seq > 0),
  business_date   date    NOT NULL,
  language        text    NOT NULL CHECK (language IN ('fr', 'en')),
  pack_id         text    NOT NULL,
  pack_sha256     text    NOT NULL,
  settings_sha256 text    NOT NULL,
  ruleset         integer NOT NULL,
  head_sha256     text    NOT NULL,
  started_by      text    NOT NULL,
  status          text    NOT NULL CHECK (status IN ('RUNNING', 'STOPPED', 'FAILED', 'COMPLETED')),
  fence           integer NOT NULL DEFAULT 0,
  stop_requested  boolean NOT NULL DEFAULT false,
  failure         text,
  created_at      timestamptz NOT NULL DEFAULT now(),
  ended_at        timestamptz,
  UNIQUE (job, scope, seq)
);
COMMENT ON TABLE run IS 'Identity is (job, scope, seq); scope is the period or the business date. Status, fence and times change; nothing else does.';
COMMENT ON COLUMN run.fence IS 'Raised by whoever takes the run over; a transaction under an older fence cannot commit.';
COMMENT ON COLUMN run.head_sha256 IS 'Chain of manifests when the run began; printed on its statements.';
CREATE UNIQUE INDEX run_one_open ON run (job, scope) WHERE status <> 'COMPLETED';

CREATE TABLE run_input (
  run_id       integer NOT NULL REFERENCES run,
  input_run_id integer NOT NULL REFERENCES run,
  PRIMARY KEY (run_id, input_run_id)
);
COMMENT ON TABLE run_input IS 'The completed runs that a run reads, frozen when it first starts.';

CREATE TABLE law_blob (
  sha256  text PRIMARY KEY,
  kind    text NOT NULL CHECK (kind IN ('pack', 'settings')),
  content text NOT NULL
);
COMMENT ON TABLE law_blob IS 'Packs and settings as runs saw them, by content.';

CREATE TABLE manifest (
  seq          integer PRIMARY KEY CHECK (seq > 0),
  run_id       integer NOT NULL UNIQUE REFERENCES run,
  body         text NOT NULL,
  body_sha256  text NOT NULL,
  chain_sha256 text NOT NULL,
  envelope     text NOT NULL,
  hash         text NOT NULL UNIQUE,
  signature    text NOT NULL
);
COMMENT ON COLUMN manifest.body IS 'What is the same wherever the same work is done: inputs, outputs, counts, totals, hashes.';
COMMENT ON COLUMN manifest.chain_sha256 IS 'Hash over the previous chain hash and this body.';
COMMENT ON COLUMN manifest.envelope IS 'Who, when, and the previous manifest: chained and signed with the body.';

CREATE TABLE output (
  run_id      integer NOT NULL REFERENCES run,
  place       text    NOT NULL CHECK (place IN ('outbox', 'archive')),
  name        text    NOT NULL,
  bytes       bigint  NOT NULL,
  rows        bigint,
  sha256      text    NOT NULL,
  content_sha256 text,
  PRIMARY KEY (run_id, place, name)
);
COMMENT ON TABLE output IS 'Files that a run left; content_sha256 is the canonical hash of the rows of Parquet files, whose bytes may differ.';

CREATE TABLE file (
  file_id     integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  run_id      integer NOT NULL REFERENCES run,
  ordinal     integer NOT NULL,
  kind        text    NOT NULL CHECK (kind IN ('declarations', 'ogds', 'employers', 'persons')),
  name        text    NOT NULL,
  bytes       bigint  NOT NULL,
  lines       bigint  NOT NULL,
  sha256      text    NOT NULL,
  received_on date    NOT NULL,
  UNIQUE (run_id, ordinal),
  UNIQUE (kind, sha256)
);
COMMENT ON TABLE file IS 'Files that a run took in, frozen by content when it first starts; the same content is taken once.';

CREATE TABLE file_result (
  file_id              integer PRIMARY KEY REFERENCES file,
  run_id               integer NOT NULL REFERENCES run,
  refused              smallint NOT NULL,
  found                text    NOT NULL,
  lines                integer NOT NULL,
  blank                integer NOT NULL,
  declarations         integer NOT NULL,
  filed                integer NOT NULL,
  refused_declarations integer NOT NULL,
  repeated             integer NOT NULL,
  person_lines         integer NOT NULL,
  accepted             integer NOT NULL,
  rejected             integer NOT NULL,
  repeated_lines       integer NOT NULL,
  unreadable_amounts   integer NOT NULL,
  gross_minor          bigint  NOT NULL,
  accepted_gross_minor bigint  NOT NULL,
  CHECK (person_lines = accepted + rejected + repeated_lines)
);
COMMENT ON COLUMN file_result.refused IS 'Reject code of the whole file, or 0.';

CREATE TABLE line_reject (
  run_id   integer  NOT NULL REFERENCES run,
  file_id  integer  NOT NULL REFERENCES file,
  line_no  integer  NOT NULL,
  code     smallint NOT NULL,
  field    text     NOT NULL,
  value    text     NOT NULL,
  expected text     NOT NULL,
  raw      text     NOT NULL,
  declaration_id bigint,
  whole    boolean  NOT NULL,
  PRIMARY KEY (file_id, line_no)
);
COMMENT ON COLUMN line_reject.whole IS 'The refusal is of the whole declaration that this line opens.';

CREATE TABLE file_part (
  run_id         integer NOT NULL REFERENCES run,
  step           text    NOT NULL,
  part           integer NOT NULL,
  name           text    NOT NULL,
  rows           bigint  NOT NULL,
  bytes          bigint  NOT NULL,
  sha256         text    NOT NULL,
  content_sha256 text    NOT NULL,
  PRIMARY KEY (run_id, step, part)
);
COMMENT ON TABLE file_part IS 'Archive files that are closed: written, forced and renamed before the transaction that records them.';

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON run_input  EXECUTE FUNCTION append_only();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON law_blob   EXECUTE FUNCTION append_only();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON manifest   EXECUTE FUNCTION append_only();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON output     EXECUTE FUNCTION append_only();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON file       EXECUTE FUNCTION append_only();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON file_result EXECUTE FUNCTION append_only();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON line_reject EXECUTE FUNCTION append_only();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON file_part  EXECUTE FUNCTION append_only();
