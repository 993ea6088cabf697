-- Whoever asks again for a decision, because its run died or nothing was seen of it, means that one, not a second one like it.
ALTER TABLE run ADD COLUMN asked text;
COMMENT ON COLUMN run.asked IS 'Of runs that keep a decision: the parameters as they were given, in order of their names.';
