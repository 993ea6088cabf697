-- Outside a transaction, as its kind demands.
CREATE INDEX CONCURRENTLY people_by_name ON people (name);
