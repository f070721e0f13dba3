-- Publishes plain forecasts of every player with a box score or line in the games that have lines:
-- his form, against the newest offer at two times before the tip.
CREATE TEMP TABLE results AS
FROM (
  SELECT
    game_id, game_date, player, points AS "POINTS", rebounds AS "REBOUNDS", assists AS "ASSISTS",
    points + rebounds + assists AS "PRA"
  FROM nba_raw.player_games)
UNPIVOT (result FOR market IN ("POINTS", "REBOUNDS", "ASSISTS", "PRA"));

CREATE TEMP TABLE asked AS
WITH
  tips AS (
    SELECT game_id, game_date, min(tip_time) AS tip_time
    FROM nba_analytics.player_prop_lines
    GROUP BY ALL),
  players AS (
    SELECT game_id, player, player_name FROM nba_raw.player_games
    UNION
    SELECT game_id, player, player_name FROM nba_analytics.player_prop_lines)
SELECT
  game_id, game_date, tip_time, player, any_value(player_name) AS player_name, market, system_id,
  tip_time - ahead AS as_of
FROM tips
JOIN players USING (game_id)
CROSS JOIN (VALUES ('POINTS'), ('REBOUNDS'), ('ASSISTS'), ('PRA')) AS markets (market)
CROSS JOIN (
  VALUES ('early', INTERVAL 8 HOUR), ('late', INTERVAL 1 SECOND)
) AS systems (system_id, ahead)
GROUP BY ALL;

CREATE TEMP TABLE form AS
WITH
  latest AS (
    SELECT a.game_id, a.player, a.market, r.result
    FROM (SELECT DISTINCT game_id, game_date, player, market FROM asked) AS a
    JOIN results AS r
      ON r.player = a.player AND r.market = a.market AND r.game_date < a.game_date
    QUALIFY row_number() OVER (
      PARTITION BY a.game_id, a.player, a.market ORDER BY r.game_date DESC, r.game_id) <= 10)
SELECT game_id, player, market, count(*) AS games, avg(result) AS mean,
  greatest(stddev(result), 1) AS sd
FROM latest
GROUP BY game_id, player, market
HAVING count(*) >= 3;

CREATE TEMP TABLE offered AS
SELECT
  a.system_id, a.game_id, a.player, a.market, l.line, l.bookmaker, l.over_odds, l.under_odds,
  l.source, l.snapshot_time
FROM asked AS a
JOIN nba_analytics.player_prop_lines AS l
  ON l.game_id = a.game_id AND l.player = a.player AND l.market = a.market
  AND l.snapshot_time <= a.as_of
QUALIFY row_number() OVER (
  PARTITION BY a.system_id, a.game_id, a.player, a.market
  ORDER BY l.snapshot_time DESC, l.bookmaker DESC, l.line) = 1;

-- Every seventh game has no book to bet at.
INSERT INTO nba_predictions.player_prop_predictions BY NAME
WITH
  chances AS (
    SELECT
      * EXCLUDE (bookmaker, over_odds, under_odds, source),
      line IS NOT NULL AND game_id::BIGINT % 7 > 0 AS at_book,
      if(at_book, bookmaker, '') AS bookmaker,
      if(at_book, over_odds, NULL) AS over_odds,
      if(at_book, under_odds, NULL) AS under_odds,
      coalesce(source, '') AS sources,
      CASE WHEN line IS NOT NULL THEN if(line = floor(line), 0.06, 0) END AS probability_push,
      (1 - probability_push) / (1 + exp((line - mean) / (0.6 * sd))) AS probability_over
    FROM asked
    JOIN form USING (game_id, player, market)
    LEFT JOIN offered USING (system_id, game_id, player, market)),
  sides AS (
    SELECT
      *,
      1 - probability_push - probability_over AS probability_under,
      probability_over * if(over_odds < 0, -100 / over_odds, over_odds / 100)
        - probability_under AS over_value,
      probability_under * if(under_odds < 0, -100 / under_odds, under_odds / 100)
        - probability_over AS under_value
    FROM chances)
SELECT
  s.* EXCLUDE (at_book, probability_under, over_value, under_value),
  CASE
    WHEN line IS NULL THEN 'NO_LINE'
    WHEN NOT at_book THEN 'NO_BOOK'
    WHEN greatest(over_value, under_value) < 0.02 THEN 'PASS'
    WHEN over_value > under_value THEN 'OVER'
    ELSE 'UNDER'
  END AS recommendation,
  greatest(over_value, under_value) AS expected_value,
  'BLIND' AS kind, 'unknown' AS availability, mean AS median,
  line AS consensus_median, line AS market_mean,
  g.home AS team, g.away AS opponent, true AS home, games >= 10 AS evaluated, 0 AS features_hash,
  100 AS quality_score, '' AS quality_flags, '' AS reasons, 0 AS row_hash
FROM sides AS s
JOIN (SELECT game_id, home, away FROM nba_raw.schedule) AS g USING (game_id);
