-- One night: 0033000001 is played, 0033000002 is not over. Each player is a case.
CREATE TEMP TABLE cases (
  player VARCHAR, market VARCHAR, mean DOUBLE, line DOUBLE, over_odds BIGINT, under_odds BIGINT,
  probability_over DOUBLE, probability_push DOUBLE, recommendation VARCHAR);

INSERT INTO cases VALUES
  ('over wins', 'POINTS', 24.25, 20.5, -110, -110, 0.64, 0, 'OVER'),
  ('over wins', 'REBOUNDS', 7.5, 8.5, 100, -125, 0.42, 0, 'PASS'),
  ('over loses', 'ASSISTS', 8.4, 7.5, 120, -150, 0.58, 0, 'OVER'),
  ('under wins', 'REBOUNDS', 9.1, 11.5, -135, 115, 0.31, 0, 'UNDER'),
  ('under loses', 'PRA', 31, 33.5, -105, -118, 0.375, 0, 'UNDER'),
  ('over lands on it', 'POINTS', 25, 22, -110, -110, 0.6, 0.06, 'OVER'),
  ('under lands on it', 'PRA', 30, 35, -120, 100, 0.25, 0.04, 'UNDER'),
  ('pass lands on it', 'POINTS', 22, 22, -110, -110, 0.48, 0.06, 'PASS'),
  ('scratched over', 'POINTS', 19, 15.5, -110, -110, 0.71, 0, 'OVER'),
  ('scratched pass', 'PRA', 19, 18.5, -110, -110, 0.51, 0, 'PASS'),
  ('scratched without line', 'POINTS', 9, NULL, NULL, NULL, NULL, NULL, 'NO_LINE'),
  ('without line', 'ASSISTS', 4.5, NULL, NULL, NULL, NULL, NULL, 'NO_LINE'),
  ('without book', 'POINTS', 18, 16.5, NULL, NULL, 0.61, 0, 'NO_BOOK'),
  ('five off', 'POINTS', 27, 30.5, -110, -110, 0.12, 0, 'UNDER'),
  ('surely over', 'POINTS', 40, 20.5, -110, -110, 1, 0, 'OVER'),
  ('surely a push', 'POINTS', 20, 20, -110, -110, 0, 1, 'PASS'),
  ('coin', 'POINTS', 20, 20.5, -110, -110, 0.5, 0, 'PASS'),
  ('closed higher', 'POINTS', 24, 20.5, -115, -105, 0.66, 0, 'OVER'),
  ('closed lower', 'PRA', 30, 33.5, 110, -140, 0.28, 0, 'UNDER'),
  ('scratched after close', 'REBOUNDS', 8, 6.5, -110, -110, 0.66, 0, 'OVER');

INSERT INTO nba_predictions.player_prop_predictions BY NAME
SELECT
  'invented' AS system_id, 'BLIND' AS kind, DATE '2031-01-10' AS game_date,
  '0033000001' AS game_id, player, player AS player_name, market,
  TIMESTAMP '2031-01-10 20:00:00' AS as_of, TIMESTAMP '2031-01-11 00:30:00' AS tip_time,
  'unknown' AS availability, mean, mean AS median, 4.5 AS sd, mean - 3 AS low_50,
  mean + 3 AS high_50, recommendation, line, over_odds, under_odds, probability_over,
  probability_push,
  if(line IS NULL, '', 'inventedfeed') AS sources, if(over_odds IS NULL, '', 'alpha') AS bookmaker,
  line AS consensus_median, line AS market_mean,
  if(line IS NULL, NULL, TIMESTAMP '2031-01-10 19:00:00') AS snapshot_time,
  'MIA' AS team, 'BOS' AS opponent, true AS home, 12 AS games, 0 AS features_hash,
  100 AS quality_score, '' AS quality_flags, '' AS reasons, true AS evaluated, 0 AS row_hash
FROM cases;

-- Said again before the tip, which is what was published; and in hindsight, which was not.
INSERT INTO nba_predictions.player_prop_predictions
SELECT * REPLACE (
  as_of + INTERVAL 2 HOUR AS as_of, mean + 1 AS mean, 'UNDER' AS recommendation)
FROM nba_predictions.player_prop_predictions
WHERE player = 'coin';

INSERT INTO nba_predictions.player_prop_predictions
SELECT * REPLACE (tip_time AS as_of, 0 AS mean, 'OVER' AS recommendation)
FROM nba_predictions.player_prop_predictions
WHERE player IN ('under loses', 'five off');

-- Another system, another slate, and a game that is not over.
INSERT INTO nba_predictions.player_prop_predictions
SELECT * REPLACE ('another' AS system_id, mean - 2 AS mean, false AS evaluated)
FROM nba_predictions.player_prop_predictions
WHERE market = 'POINTS';

INSERT INTO nba_predictions.player_prop_predictions
SELECT * REPLACE (
  '0033000000' AS game_id, DATE '2031-01-09' AS game_date,
  as_of - INTERVAL 1 DAY AS as_of, tip_time - INTERVAL 1 DAY AS tip_time,
  snapshot_time - INTERVAL 1 DAY AS snapshot_time)
FROM nba_predictions.player_prop_predictions
WHERE system_id = 'invented';

INSERT INTO nba_predictions.player_prop_predictions
SELECT * REPLACE ('0033000002' AS game_id)
FROM nba_predictions.player_prop_predictions
WHERE system_id = 'invented' AND game_date = DATE '2031-01-10';

-- Who is not here did not play.
CREATE TEMP TABLE played (player VARCHAR, points BIGINT, rebounds BIGINT, assists BIGINT);

INSERT INTO played VALUES
  ('over wins', 21, 8, 3), ('over loses', 12, 4, 7), ('under wins', 16, 11, 2),
  ('under loses', 22, 7, 5), ('over lands on it', 22, 3, 3), ('under lands on it', 20, 9, 6),
  ('pass lands on it', 22, 1, 1), ('without line', 8, 2, 9), ('without book', 25, 5, 5),
  ('five off', 32, 4, 4), ('surely over', 18, 2, 2), ('surely a push', 20, 2, 2),
  ('coin', 20, 6, 1), ('closed higher', 23, 5, 5), ('closed lower', 19, 6, 4);

INSERT INTO nba_raw.player_games BY NAME
SELECT
  game_id, game_date, player, player AS player_name, points, rebounds, assists,
  '2030-31' AS season, 'REGULAR' AS season_type, 'MIA' AS team, 'BOS' AS opponent, true AS home,
  30 AS minutes, 0 AS steals, 0 AS blocks, 0 AS turnovers, 0 AS field_goals_made,
  0 AS field_goals_attempted, 0 AS threes_made, 0 AS threes_attempted, points AS free_throws_made,
  points AS free_throws_attempted, 0 AS row_hash
FROM played
CROSS JOIN (
  VALUES ('0033000000', DATE '2031-01-09'), ('0033000001', DATE '2031-01-10')
) AS games (game_id, game_date);

-- Offers of the second night; the predictions rest on lines of 19:00.
CREATE TEMP TABLE offers (
  player VARCHAR, market VARCHAR, bookmaker VARCHAR, seen VARCHAR, main BOOLEAN, line DOUBLE,
  over_odds BIGINT, under_odds BIGINT);

INSERT INTO offers VALUES
  -- Nothing new since.
  ('over lands on it', 'POINTS', 'alpha', '2031-01-10 19:00:00', NULL, 22, -140, 120),
  -- The same line at other prices, beside one that is marked and an older word of the book.
  ('over wins', 'POINTS', 'alpha', '2031-01-10 18:00:00', NULL, 19.5, -110, -110),
  ('over wins', 'POINTS', 'alpha', '2031-01-10 23:00:00', true, 20.5, -160, 130),
  ('over wins', 'POINTS', 'alpha', '2031-01-10 23:00:00', false, 22.5, -110, -110),
  ('over wins', 'REBOUNDS', 'alpha', '2031-01-10 23:10:00', NULL, 8.5, -105, -120),
  -- Of two offers the one closer to even, of two equally close the lower line.
  ('over loses', 'ASSISTS', 'alpha', '2031-01-10 23:00:00', NULL, 8.5, 105, -130),
  ('over loses', 'ASSISTS', 'alpha', '2031-01-10 23:00:00', NULL, 6.5, -300, 220),
  ('under wins', 'REBOUNDS', 'alpha', '2031-01-10 23:00:00', NULL, 10.5, -110, -120),
  ('under wins', 'REBOUNDS', 'alpha', '2031-01-10 23:00:00', NULL, 11.5, -120, -110),
  -- A median that nobody offers: of two lines as near the one of more books, else the lower.
  ('closed higher', 'POINTS', 'alpha', '2031-01-10 23:00:00', NULL, 21.5, -110, -110),
  ('closed higher', 'POINTS', 'beta', '2031-01-10 23:01:00', NULL, 22.5, -105, -115),
  ('closed higher', 'POINTS', 'gamma', '2031-01-10 23:02:00', NULL, 22.5, -108, -112),
  ('closed higher', 'POINTS', 'delta', '2031-01-10 23:03:00', NULL, 21.5, -125, 105),
  ('closed lower', 'PRA', 'alpha', '2031-01-10 23:00:00', NULL, 31.5, -110, -110),
  ('closed lower', 'PRA', 'beta', '2031-01-10 23:00:00', NULL, 32.5, 100, -122),
  ('closed lower', 'PRA', 'gamma', '2031-01-10 23:00:00', NULL, 32.5, 102, -125),
  -- The nearest line is old, and only the others are new.
  ('five off', 'POINTS', 'alpha', '2031-01-10 18:30:00', NULL, 30.5, -110, -110),
  ('five off', 'POINTS', 'beta', '2031-01-10 23:00:00', NULL, 31.5, -110, -110),
  ('five off', 'POINTS', 'gamma', '2031-01-10 23:00:00', NULL, 29.5, -110, -110),
  -- At the tip it is too late.
  ('under loses', 'PRA', 'alpha', '2031-01-11 00:30:00', NULL, 35.5, -110, -110),
  -- Better than even for both sides.
  ('surely over', 'POINTS', 'alpha', '2031-01-10 23:00:00', NULL, 20.5, 108, 104),
  ('without book', 'POINTS', 'alpha', '2031-01-10 23:00:00', NULL, 17.5, -110, -110),
  ('scratched after close', 'REBOUNDS', 'alpha', '2031-01-10 23:00:00', NULL, 7.5, 130, -160);

INSERT INTO nba_analytics.player_prop_lines BY NAME
SELECT
  'inventedfeed' AS source, DATE '2031-01-10' AS game_date, '0033000001' AS game_id,
  TIMESTAMP '2031-01-11 00:30:00' AS tip_time, player, player AS player_name, market, bookmaker,
  line, over_odds, under_odds, main, seen::TIMESTAMP AS snapshot_time, 0 AS row_hash
FROM offers;
