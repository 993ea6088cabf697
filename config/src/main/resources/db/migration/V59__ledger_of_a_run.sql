-- Entries and postings of a run lie together, in the order of runs (as of V56): they are found without reading the ledger of all years.
CREATE INDEX ledger_entry_run ON ledger_entry USING brin (run_id) WITH (pages_per_range = 32, autosummarize = on);
CREATE INDEX posting_run ON posting USING brin (run_id) WITH (pages_per_range = 32, autosummarize = on);
