-- From a team's fifth game of the season on; its latest game is k = 1.
WITH before AS (
  SELECT
    slate.game_id AS slate_id,
    slate.player_id,
    game.team = slate.opponent AS is_opponent,
    game.*,
    row_number() OVER latest_first AS k,
    count(*) OVER (PARTITION BY slate.game_id, slate.player_id, game.team) AS games
  FROM slates AS slate
  JOIN team_games AS game
    ON game.team IN (slate.team, slate.opponent)
    AND game.season = slate.season
    AND game.date < slate.date
  WINDOW latest_first AS (
    PARTITION BY slate.game_id, slate.player_id, game.team
    ORDER BY game.date DESC, game.game_id DESC)),
league AS (
  SELECT
    slate.game_id,
    slate.player_id,
    avg(points) AS points,
    avg(points * to_48) AS points_per_48,
    avg(rebounds) AS rebounds,
    avg(assists) AS assists,
    100 * sum(twos_made_allowed) / sum(twos_allowed) AS twos,
    100 * sum(threes_made_allowed) / sum(threes_allowed) AS threes,
    avg(pace) AS pace
  FROM slates AS slate
  JOIN team_games AS game ON game.season = slate.season AND game.date < slate.date
  GROUP BY ALL),
of_team AS (
  SELECT
    slate_id AS game_id,
    player_id,
    avg(pace) AS pace,
    faded(points * to_48, k, 0.93) AS points_fast,
    faded(points * to_48, k, 0.98) AS points_slow,
    faded(points * to_48, k, 0.97) AS points_97,
    faded(margin, k, 0.97) AS margin,
    100 * sum(points) FILTER (k <= 10) / sum(possessions) FILTER (k <= 10) AS offensive_rating,
    avg((margin > 0)::INTEGER) AS win_share
  FROM before
  WHERE NOT is_opponent AND games >= 5
  GROUP BY ALL),
of_opponent AS (
  SELECT
    slate_id AS game_id,
    player_id,
    avg(pace) AS pace,
    avg(points_allowed) AS points_allowed,
    avg(rebounds_allowed) AS rebounds_allowed,
    avg(assists_allowed) AS assists_allowed,
    faded(points_allowed * to_48, k, 0.93) AS points_allowed_fast,
    faded(points_allowed * to_48, k, 0.98) AS points_allowed_slow,
    faded(points_allowed * to_48, k, 0.97) AS points_allowed_97,
    faded(possessions_allowed * to_48, k, 0.98) AS possessions_allowed,
    faded(threes_allowed * to_48, k, 0.98) AS threes_allowed,
    faded(free_throws_allowed * to_48, k, 0.98) AS free_throws_allowed,
    faded(margin, k, 0.97) AS margin,
    100 * sum(points) FILTER (k <= 15) / sum(possessions) FILTER (k <= 15) AS offensive_rating,
    100 * sum(points_allowed) FILTER (k <= 15) / sum(possessions_allowed) FILTER (k <= 15)
      AS defensive_rating,
    100 * sum(twos_made_allowed) FILTER (k <= 15) / sum(twos_allowed) FILTER (k <= 15)
      AS twos_percentage,
    100 * sum(threes_made_allowed) FILTER (k <= 15) / sum(threes_allowed) FILTER (k <= 15)
      AS threes_percentage,
    avg((margin > 0)::INTEGER) AS win_share
  FROM before
  WHERE is_opponent AND games >= 5
  GROUP BY ALL)
SELECT
  slate.game_id,
  slate.player_id,
  own.pace AS team_pace,
  other.pace AS opponent_pace,
  own.pace * other.pace / league.pace AS expected_pace,
  other.points_allowed / league.points AS opponent_points_allowed_factor,
  other.rebounds_allowed / league.rebounds AS opponent_rebounds_allowed_factor,
  other.assists_allowed / league.assists AS opponent_assists_allowed_factor,
  own.points_fast AS team_points_fast,
  own.points_slow AS team_points_slow,
  other.points_allowed_fast AS opponent_points_allowed_fast,
  other.points_allowed_slow AS opponent_points_allowed_slow,
  other.possessions_allowed AS opponent_possessions_allowed,
  other.threes_allowed AS opponent_threes_allowed,
  other.free_throws_allowed AS opponent_free_throws_allowed,
  own.offensive_rating AS team_offensive_rating,
  other.offensive_rating AS opponent_offensive_rating,
  other.defensive_rating AS opponent_defensive_rating,
  own.points_97 * other.points_allowed_97 / league.points_per_48 AS expected_team_points,
  own.margin - other.margin AS margin_difference,
  own.win_share AS team_win_share,
  other.win_share AS opponent_win_share,
  other.twos_percentage - league.twos AS opponent_twos_percentage_allowed,
  other.threes_percentage - league.threes AS opponent_threes_percentage_allowed,
  CASE WHEN other.pace IS NOT NULL THEN
    greatest(-3, least(3, (other.pace - league.pace) / 2))
  END AS pace_score
FROM slates AS slate
LEFT JOIN league USING (game_id, player_id)
LEFT JOIN of_team AS own USING (game_id, player_id)
LEFT JOIN of_opponent AS other USING (game_id, player_id)
