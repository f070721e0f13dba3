-- system_daily_performance, from the grades of grades.sql.

CREATE TEMP TABLE sql_days AS
SELECT
  game_date, system_id, market, kind,
  count(*) AS predictions,
  count(actual) AS graded,
  count_if(outcome = 'VOID') AS voids,
  count_if(outcome IN ('WIN', 'LOSS', 'PUSH')) AS bets,
  count_if(outcome = 'WIN') AS wins,
  count_if(outcome = 'LOSS') AS losses,
  count_if(outcome = 'PUSH') AS pushes,
  avg(abs(error)) AS mean_absolute_error,
  avg(error) AS bias,
  sum(profit) FILTER (outcome IN ('WIN', 'LOSS', 'PUSH')) AS profit
FROM sql_grades
GROUP BY game_date, system_id, market, kind;
