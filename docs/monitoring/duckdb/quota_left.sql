-- What providers last said is left of their quotas.
-- duckdb -readonly tipoff.duckdb < quota_left.sql, once the values are yours.
SET VARIABLE first_day = DATE '2031-01-10';
SET VARIABLE last_day = DATE '2031-01-10';
SELECT provider, as_of, MIN(remaining) AS remaining
FROM nba_orchestration.quota_ledger AS q
WHERE budget_date BETWEEN getvariable('first_day') AND getvariable('last_day')
  AND remaining IS NOT NULL
  AND as_of = (
    SELECT MAX(l.as_of)
    FROM nba_orchestration.quota_ledger AS l
    WHERE l.budget_date BETWEEN getvariable('first_day') AND getvariable('last_day')
      AND l.remaining IS NOT NULL
      AND l.provider = q.provider)
GROUP BY provider, as_of
