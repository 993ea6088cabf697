-- What senders really send: the format of each file, under which descriptions it was read, and the sender's lines beside ours.

ALTER TABLE law_blob
  DROP CONSTRAINT law_blob_kind_check,
  ADD CONSTRAINT law_blob_kind_check CHECK (kind IN ('pack', 'settings', 'formats'));
COMMENT ON TABLE law_blob IS 'Packs, settings and formats as runs saw them, by content.';

ALTER TABLE run ADD COLUMN formats_sha256 text;
COMMENT ON COLUMN run.formats_sha256 IS 'Descriptions of formats and mappings of senders, frozen; null when the run takes no files in, or began before there were any.';

ALTER TABLE file ADD COLUMN sender text NOT NULL DEFAULT '';
COMMENT ON COLUMN file.sender IS 'The sender''s mapping that an operator chose; empty when the file itself decides.';

CREATE TABLE file_recognition (
  file_id          integer PRIMARY KEY REFERENCES file,
  run_id           integer NOT NULL REFERENCES run,
  own              boolean NOT NULL,
  form             text    NOT NULL,
  format           text    NOT NULL,
  mapping          text    NOT NULL,
  encoding         text    NOT NULL,
  also_fits        text    NOT NULL,
  separator        text    NOT NULL,
  decimal_mark     text    NOT NULL,
  thousands_mark   text    NOT NULL,
  date_order       text    NOT NULL,
  sheet            text    NOT NULL,
  title_row        integer NOT NULL,
  facts            jsonb   NOT NULL,
  remarks          jsonb   NOT NULL,
  question_code    smallint NOT NULL,
  question_line    integer NOT NULL,
  question_column  text    NOT NULL,
  question_value   text    NOT NULL,
  question_answer  text    NOT NULL,
  canonical_sha256 text,
  map_sha256       text,
  rows             bigint  NOT NULL,
  blank_rows       bigint  NOT NULL,
  other_rows       bigint  NOT NULL,
  records          bigint  NOT NULL,
  added_lines      bigint  NOT NULL,
  CHECK ((canonical_sha256 IS NULL) = (own OR question_code <> 0)),
  CHECK ((canonical_sha256 IS NULL) = (map_sha256 IS NULL)),
  CHECK (rows = blank_rows + other_rows + records)
);
COMMENT ON TABLE file_recognition IS 'In which format each file came, and what came of it in Caisse''s own. Counts are of the sender''s rows; 0 where nothing was normalised.';
COMMENT ON COLUMN file_recognition.question_code IS 'Why the file is refused as a whole, or 0.';
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON file_recognition EXECUTE FUNCTION append_only();

-- A line of a normalised file has two numbers: the sender's, which people see, and that of the file which was made of it. Several of
-- ours can come of one of theirs (a declaration and its first line), so ours is what tells refusals apart. 0 in rows of before.
ALTER TABLE line_reject
  ADD COLUMN canonical_no integer NOT NULL DEFAULT 0,
  ADD COLUMN canonical text NOT NULL DEFAULT '',
  DROP CONSTRAINT line_reject_pkey,
  ADD PRIMARY KEY (file_id, line_no, canonical_no);
COMMENT ON COLUMN line_reject.line_no IS 'Line or row of the sender''s file; raw is what stood there, field the sender''s title of the column where it has one.';
COMMENT ON COLUMN line_reject.canonical IS 'The line of ours that was judged; empty when it is the sender''s own, which is raw.';

-- The work of a step is committed before Spring Batch notes that the step ended: this is noted with the work.
CREATE TABLE run_step_done (
  run_id integer NOT NULL REFERENCES run,
  step   text    NOT NULL,
  PRIMARY KEY (run_id, step)
);
COMMENT ON TABLE run_step_done IS 'Steps of one transaction whose transaction is committed: they are not done again.';
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON run_step_done EXECUTE FUNCTION append_only();
