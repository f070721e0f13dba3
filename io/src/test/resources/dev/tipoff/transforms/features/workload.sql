WITH own AS (
  SELECT
    slate.game_id,
    slate.player_id,
    slate.date - max(game.date) AS days_rest,
    count(k) FILTER (game.date >= slate.date - 4) AS games_last_4_days,
    count(k) FILTER (game.date >= slate.date - 7) AS games_last_7_days,
    count(k) FILTER (game.date >= slate.date - 14) AS games_last_14_days,
    coalesce(sum(minutes) FILTER (game.date >= slate.date - 7), 0) AS minutes_last_7_days,
    max(minutes) FILTER (game.date >= slate.date - 7) AS longest,
    coalesce(sum(minutes) FILTER (game.date >= slate.date - 14), 0) AS minutes_last_14_days
  FROM slates AS slate
  LEFT JOIN this_season AS game
    ON game.slate_id = slate.game_id AND game.player_id = slate.player_id
  GROUP BY slate.game_id, slate.player_id, slate.date),
-- Both games of a pair are within the 14 days.
pairs AS (
  SELECT slate.game_id, slate.player_id, count(second.k) AS back_to_backs
  FROM slates AS slate
  LEFT JOIN this_season AS first
    ON first.slate_id = slate.game_id
    AND first.player_id = slate.player_id
    AND first.date >= slate.date - 14
  LEFT JOIN this_season AS second
    ON second.slate_id = slate.game_id
    AND second.player_id = slate.player_id
    AND second.date = first.date + 1
  GROUP BY slate.game_id, slate.player_id),
of_team AS (
  SELECT
    slate.game_id,
    slate.player_id,
    slate.date - max(game.date) AS team_days_rest,
    count(game.date) FILTER (game.date >= slate.date - 4) AS team_games_last_4_days,
    count(game.date) FILTER (game.date >= slate.date - 7) AS team_games_last_7_days,
    count(game.date) + 1 AS game_of_season
  FROM slates AS slate
  LEFT JOIN team_games AS game
    ON game.team = slate.team AND game.season = slate.season AND game.date < slate.date
  GROUP BY slate.game_id, slate.player_id, slate.date),
of_opponent AS (
  SELECT
    slate.game_id,
    slate.player_id,
    slate.date - max(game.date) AS opponent_days_rest,
    count(game.date) FILTER (game.date >= slate.date - 7) AS opponent_games_last_7_days
  FROM slates AS slate
  LEFT JOIN team_games AS game
    ON game.team = slate.opponent AND game.season = slate.season AND game.date < slate.date
  GROUP BY slate.game_id, slate.player_id, slate.date)
SELECT
  slate.game_id,
  slate.player_id,
  slate.home::INTEGER AS home,
  (slate.season_type IN ('playin', 'playoffs'))::INTEGER AS playoff_game,
  own.* EXCLUDE (game_id, player_id, longest),
  of_team.* EXCLUDE (game_id, player_id),
  of_opponent.* EXCLUDE (game_id, player_id),
  CASE WHEN team_days_rest IS NOT NULL AND opponent_days_rest IS NOT NULL THEN
    greatest(-3, least(3, team_days_rest - opponent_days_rest))
  END AS rest_advantage,
  (days_rest = 1)::INTEGER AS back_to_back,
  (team_days_rest = 1)::INTEGER AS team_back_to_back,
  (opponent_days_rest = 1)::INTEGER AS opponent_back_to_back,
  back_to_backs AS back_to_backs_last_14_days,
  CASE WHEN days_rest IS NOT NULL THEN
    greatest(0, least(100,
      100
      - CASE WHEN days_rest = 1 THEN 15 ELSE 0 END
      - CASE WHEN games_last_7_days >= 4 THEN 10 ELSE 0 END
      - CASE WHEN minutes_last_7_days > 240 THEN 10 ELSE 0 END
      - CASE WHEN longest > 38 THEN 8 ELSE 0 END
      - CASE WHEN back_to_backs >= 2 THEN 12 WHEN back_to_backs = 1 THEN 5 ELSE 0 END
      + CASE WHEN days_rest >= 3 THEN 5 ELSE 0 END))
  END AS freshness_score
FROM slates AS slate
JOIN own USING (game_id, player_id)
JOIN pairs USING (game_id, player_id)
JOIN of_team USING (game_id, player_id)
JOIN of_opponent USING (game_id, player_id)
