-- Thirty games of players of 2023-24: three of each kind, by the order of a hash.
CREATE TEMP TABLE slates AS
WITH careers AS (
  SELECT
    *,
    date - lag(date) OVER season_so_far AS days_rest,
    row_number() OVER season_so_far AS nth,
    row_number() OVER (PARTITION BY season, player_id, team ORDER BY date, game_id) AS nth_for_team
  FROM player_games
  WINDOW season_so_far AS (PARTITION BY season, player_id ORDER BY date, game_id)),
kinds AS (
  SELECT
    *,
    CASE
      WHEN season_type = 'playin' THEN 'play-in'
      WHEN season_type = 'playoffs' THEN 'playoffs'
      WHEN nth = 1 THEN 'first of the season'
      WHEN nth = 2 THEN 'second of the season'
      WHEN nth IN (5, 6) AND date < '2023-11-06' THEN 'fifth or sixth of the season'
      WHEN nth > nth_for_team AND nth_for_team <= 10 THEN 'traded'
      WHEN days_rest >= 14 THEN 'return after an absence'
      WHEN points >= 30 THEN 'star'
      WHEN minutes < 10 THEN 'end of the bench'
      WHEN days_rest = 1 THEN 'back-to-back'
    END AS kind
  FROM careers
  WHERE season = '2023-24')
SELECT season, season_type, game_id, date, player_id, team, opponent, home, kind
FROM kinds
WHERE kind IS NOT NULL
QUALIFY row_number() OVER (PARTITION BY kind ORDER BY md5(player_id || game_id)) <= 3;

-- Each one's earlier games in four seasons, k = 1 the latest.
CREATE TEMP TABLE career AS
SELECT
  slate.game_id AS slate_id,
  slate.date AS slate_date,
  slate.season AS slate_season,
  game.*,
  row_number() OVER (
    PARTITION BY slate.game_id, slate.player_id ORDER BY game.date DESC, game.game_id DESC) AS k
FROM slates AS slate
JOIN player_games AS game ON game.player_id = slate.player_id AND game.date < slate.date;

-- And in this season, which are the first k of them.
CREATE TEMP VIEW this_season AS
SELECT * FROM career WHERE season = slate_season;
