UPDATE run
SET fence = fence + 1, status = 'ABANDONED', ended_at = now()
WHERE run_id = ? AND status NOT IN ('COMPLETED', 'ABANDONED')
