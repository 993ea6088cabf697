-- The last month that came from an old system, as the run knows it; null when none did.
SELECT greatest((SELECT max(period) FROM opening_debt WHERE run_id = ANY (:inputs)),
                (SELECT max(period) FROM earlier_contribution WHERE run_id = ANY (:inputs)))
