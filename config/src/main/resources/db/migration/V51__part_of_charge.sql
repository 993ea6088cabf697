-- Acts whose price is a part of what is charged.
ALTER TABLE act_version
  ADD COLUMN part_percent numeric(4,1) CHECK (part_percent > 0 AND part_percent <= 100),
  ADD CHECK (part_percent IS NULL OR (letter = '' AND flat_minor IS NULL));
COMMENT ON COLUMN act_version.part_percent IS 'The price is so many per cent of what is charged, to a tenth; null for another way.';
