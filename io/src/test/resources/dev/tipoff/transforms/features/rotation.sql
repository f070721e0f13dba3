-- A team's rotation before a day: who played his latest game of the season for it, within 30 days,
-- and 12 minutes or more as a mean with weights 0.90^(k-1).
WITH latest AS (
  SELECT slate.game_id AS slate_id, slate.player_id, game.season, game.team, game.date, game.game_id
  FROM slates AS slate
  JOIN team_games AS game
    ON game.team = slate.team AND game.season = slate.season AND game.date < slate.date
  QUALIFY row_number() OVER (
    PARTITION BY slate.game_id, slate.player_id
    ORDER BY game.date DESC, game.game_id DESC) = 1),
questions AS (
  SELECT season, team, date FROM slates
  UNION
  SELECT season, team, date FROM latest
  UNION
  SELECT season, team, date FROM this_season WHERE k <= 10),
form AS (
  SELECT
    asked.season, asked.team, asked.date, game.player_id,
    game.minutes, game.points, game.used,
    game.team AS played_for,
    game.date AS played,
    row_number() OVER (
      PARTITION BY asked.team, asked.date, game.player_id
      ORDER BY game.date DESC, game.game_id DESC) AS k
  FROM questions AS asked
  JOIN (SELECT DISTINCT season, team, player_id FROM player_games) AS squad
    ON squad.season = asked.season AND squad.team = asked.team
  JOIN player_games AS game
    ON game.player_id = squad.player_id
    AND game.season = asked.season
    AND game.date < asked.date),
rotation AS (
  SELECT
    season, team, date, player_id,
    faded(minutes, k, 0.90) AS minutes,
    faded(points, k, 0.90) AS points,
    faded(used, k, 0.90) AS used
  FROM form
  GROUP BY season, team, date, player_id
  HAVING
    any_value(played_for) FILTER (k = 1) = team
    AND max(played) >= date - 30
    AND faded(minutes, k, 0.90) >= 12),
-- Of the rotation before a game of the team, who did not play in it.
missing AS (
  SELECT
    game.game_id, game.team,
    count(member.player_id) FILTER (there.player_id IS NULL) AS players,
    coalesce(sum(member.minutes) FILTER (there.player_id IS NULL), 0) AS minutes,
    coalesce(sum(member.points) FILTER (there.player_id IS NULL), 0) AS points
  FROM team_games AS game
  JOIN questions USING (season, team, date)
  LEFT JOIN rotation AS member ON member.team = game.team AND member.date = game.date
  LEFT JOIN player_games AS there
    ON there.game_id = game.game_id
    AND there.team = game.team
    AND there.player_id = member.player_id
  GROUP BY game.game_id, game.team),
last_game AS (
  SELECT slate_id AS game_id, player_id, players, minutes, points
  FROM latest
  JOIN missing USING (game_id, team)),
usual AS (
  SELECT own.slate_id AS game_id, own.player_id, avg(missing.minutes) AS minutes
  FROM this_season AS own
  JOIN missing ON missing.game_id = own.game_id AND missing.team = own.team
  WHERE k <= 10
  GROUP BY ALL),
ranks AS (
  SELECT
    slate.game_id, slate.player_id,
    count(member.player_id) AS size,
    count(*) FILTER (member.minutes > his.minutes) + 1 AS by_minutes,
    count(*) FILTER (member.used > his.used) + 1 AS by_use,
    count(his.player_id) > 0 AS is_in_it
  FROM slates AS slate
  LEFT JOIN rotation AS member ON member.team = slate.team AND member.date = slate.date
  LEFT JOIN rotation AS his
    ON his.team = slate.team AND his.date = slate.date AND his.player_id = slate.player_id
  GROUP BY ALL)
SELECT
  slate.game_id,
  slate.player_id,
  ranks.size AS rotation_size,
  CASE WHEN is_in_it THEN by_minutes ELSE ranks.size + 1 END AS rank_by_minutes,
  CASE WHEN is_in_it THEN by_use ELSE ranks.size + 1 END AS rank_by_use,
  last_game.players AS rotation_missing_last_game,
  last_game.minutes AS minutes_missing_last_game,
  last_game.points AS points_missing_last_game,
  last_game.minutes - usual.minutes AS minutes_missing_against_usual
FROM slates AS slate
JOIN ranks USING (game_id, player_id)
LEFT JOIN last_game USING (game_id, player_id)
LEFT JOIN usual USING (game_id, player_id)
