-- What senders really send: the format of each file, under which descriptions it was read, and the sender's lines beside ours.

ALTER TABLE law_blob
  DROP CONSTRAINT law_blob_kind_check,
  ADD CONSTRAINT law_blob_kind_check CHECK (kind IN ('pack', 'settings', 'formats'));
COMMENT ON TABLE law_blob IS 'Packs, settings and formats as runs saw them, by content.';

ALTER TABLE run ADD COLUMN formats_sha256 text;
COMMENT ON COLUMN run.formats_sha256 IS 'Descriptions of formats and mappings of senders, frozen; null when the run takes no files in, or began before there were any.';

-- A line of a normalised file has two numbers: the sender's, which people see, and that of the file which was made of it. Several of
-- ours can come of one of theirs (a declaration and its first line), so ours is what tells refusals apart. 0 in rows of before.
ALTER TABLE line_reject
  ADD COLUMN canonical_no integer NOT NULL DEFAULT 0,
  ADD COLUMN canonical text NOT NULL DEFAULT '',
  DROP CONSTRAINT line_reject_pkey,
  ADD PRIMARY KEY (file_id, line_no, canonical_no);
COMMENT ON COLUMN line_reject.line_no IS 'Line or row of the sender''s file; raw is what stood there, field the sender''s title of the column where it has one.';
COMMENT ON COLUMN line_reject.canonical IS 'The line of ours that was judged; empty when it is the sender''s own, which is raw.';
