-- What providers last said is left of their quotas.
-- Once the days are yours: duckdb -readonly tipoff.duckdb < quota_left.sql
--                      or: bq query --use_legacy_sql=false < quota_left.sql
SELECT provider, as_of, MIN(remaining) AS remaining
FROM nba_orchestration.quota_ledger AS q
WHERE budget_date BETWEEN DATE '2031-01-10' AND DATE '2031-01-10'
  AND remaining IS NOT NULL
  AND as_of = (
    SELECT MAX(l.as_of)
    FROM nba_orchestration.quota_ledger AS l
    WHERE l.budget_date BETWEEN DATE '2031-01-10' AND DATE '2031-01-10'
      AND l.remaining IS NOT NULL
      AND l.provider = q.provider)
GROUP BY provider, as_of
