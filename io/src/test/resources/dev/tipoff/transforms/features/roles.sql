-- Whose role and form are asked for: the slates' players, and those that teams met in earlier games.
WITH opponent_before AS (
  SELECT
    slate.game_id, slate.player_id, slate.opponent,
    game.game_id AS earlier_id,
    row_number() OVER (
      PARTITION BY slate.game_id, slate.player_id ORDER BY game.date DESC, game.game_id DESC) AS k
  FROM slates AS slate
  JOIN team_games AS game
    ON game.team = slate.opponent AND game.season = slate.season AND game.date < slate.date),
asked AS (
  SELECT season, date, game_id, player_id, NULL AS against, NULL AS points FROM slates
  UNION ALL
  SELECT season, date, game_id, player_id, opponent, points
  FROM player_games
  WHERE (game_id, opponent) IN (SELECT (earlier_id, opponent) FROM opponent_before)),
past AS (
  SELECT
    asked.*,
    game.minutes, game.rebounds, game.assists,
    CASE WHEN game.season = asked.season THEN game.points END AS points_this_season,
    row_number() OVER (
      PARTITION BY asked.player_id, asked.game_id, asked.against
      ORDER BY game.date DESC, game.game_id DESC) AS k
  FROM asked
  LEFT JOIN player_games AS game ON game.player_id = asked.player_id AND game.date < asked.date),
-- Five assists in 36 minutes make a ball-handler, eight rebounds a big: whichever he is more of.
roles AS (
  SELECT
    game_id, player_id, against, points,
    count(minutes) AS games,
    count(points_this_season) AS games_this_season,
    faded(points_this_season, k, 0.90) AS expected,
    36 * faded_ratio(assists, minutes, k, 0.985, 0) / 5 AS handling,
    36 * faded_ratio(rebounds, minutes, k, 0.985, 0) / 8 AS size,
    CASE
      WHEN handling >= 1 AND handling >= size THEN 'ball-handler'
      WHEN size >= 1 THEN 'big'
      ELSE 'wing'
    END AS role
  FROM past
  GROUP BY game_id, player_id, against, points),
-- Players count from their fifth game of the season on.
allowed AS (
  SELECT game_id, against, role, sum(points) AS scored, sum(expected) AS expected
  FROM roles
  WHERE against IS NOT NULL AND games_this_season >= 5
  GROUP BY game_id, against, role),
factors AS (
  SELECT
    before.game_id, before.player_id, his.role,
    (coalesce(faded_sum(scored, k, 0.95), 0) + 200)
      / (coalesce(faded_sum(allowed.expected, k, 0.95), 0) + 200) AS factor
  FROM opponent_before AS before
  JOIN roles AS his
    ON his.game_id = before.game_id AND his.player_id = before.player_id AND his.against IS NULL
  LEFT JOIN allowed
    ON allowed.game_id = before.earlier_id
    AND allowed.against = before.opponent
    AND allowed.role = his.role
  GROUP BY ALL
  HAVING count(DISTINCT earlier_id) >= 5)
SELECT
  his.game_id,
  his.player_id,
  CASE WHEN games > 0 THEN (his.role = 'ball-handler')::INTEGER END AS ball_handler,
  CASE WHEN games > 0 THEN (his.role = 'big')::INTEGER END AS big,
  factor AS opponent_allowed_to_role
FROM roles AS his
LEFT JOIN factors USING (game_id, player_id)
WHERE his.against IS NULL
