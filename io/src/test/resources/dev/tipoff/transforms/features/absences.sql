WITH team_before AS (
  SELECT
    slate.game_id AS slate_id,
    slate.player_id,
    game.game_id,
    row_number() OVER (
      PARTITION BY slate.game_id, slate.player_id
      ORDER BY game.date DESC, game.game_id DESC) AS nth
  FROM slates AS slate
  JOIN team_games AS game
    ON game.team = slate.team AND game.season = slate.season AND game.date < slate.date),
played AS (
  SELECT
    slate_id, player_id, team_before.nth,
    (game.game_id IS NOT NULL)::INTEGER AS played
  FROM team_before
  LEFT JOIN player_games AS game USING (game_id, player_id)),
shares AS (
  SELECT slate_id AS game_id, player_id, 1 - avg(played) AS share_missed_of_team_last_10
  FROM played
  WHERE nth <= 10
  GROUP BY ALL),
-- The absence after each of his games: until his next one, or until the slate.
gaps AS (
  SELECT own.slate_id, own.player_id, own.k, count(missed.game_id) AS missed
  FROM (
    SELECT
      *,
      coalesce(lag(date) OVER (PARTITION BY slate_id, player_id ORDER BY k), slate_date) AS next
    FROM this_season) AS own
  LEFT JOIN team_games AS missed
    ON missed.team = own.team
    AND missed.season = own.season
    AND missed.date > own.date
    AND missed.date < own.next
  GROUP BY own.slate_id, own.player_id, own.k),
returns AS (
  SELECT
    slate_id AS game_id,
    player_id,
    coalesce(min(k) FILTER (missed >= 3) - 1, count(*)) AS games_since_return
  FROM gaps
  GROUP BY ALL),
since_last AS (
  SELECT latest.slate_id AS game_id, latest.player_id, count(game.game_id) AS games
  FROM this_season AS latest
  JOIN slates AS slate
    ON slate.game_id = latest.slate_id AND slate.player_id = latest.player_id
  LEFT JOIN team_games AS game
    ON game.team = slate.team
    AND game.season = slate.season
    AND game.date > latest.date
    AND game.date < slate.date
  WHERE latest.k = 1
  GROUP BY ALL)
SELECT
  slate.game_id,
  slate.player_id,
  since_last.games AS games_missed_since_last,
  share_missed_of_team_last_10,
  coalesce(games_since_return, 0) AS games_since_return
FROM slates AS slate
LEFT JOIN shares USING (game_id, player_id)
LEFT JOIN returns USING (game_id, player_id)
LEFT JOIN since_last USING (game_id, player_id)
