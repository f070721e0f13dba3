-- What providers last said is left of their quotas.
-- bq query --use_legacy_sql=false \
--   '--parameter=first_day:DATE:2031-01-10' \
--   '--parameter=last_day:DATE:2031-01-10' < quota_left.sql
SELECT provider, as_of, MIN(remaining) AS remaining
FROM nba_orchestration.quota_ledger AS q
WHERE budget_date BETWEEN @first_day AND @last_day
  AND remaining IS NOT NULL
  AND as_of = (
    SELECT MAX(l.as_of)
    FROM nba_orchestration.quota_ledger AS l
    WHERE l.budget_date BETWEEN @first_day AND @last_day
      AND l.remaining IS NOT NULL
      AND l.provider = q.provider)
GROUP BY provider, as_of
