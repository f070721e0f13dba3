SELECT
  s.game_date, s.game_id, s.player, s.player_name, s.team, s.opponent, s.home, s.played, s.reason, s.starter, s.win,
  s.minutes, s.points, s.rebounds, s.assists,
  f.points_line, f.points_mean, f.points_low, f.points_high, f.points_chance, f.points_outcome,
  f.rebounds_line, f.rebounds_mean, f.rebounds_low, f.rebounds_high, f.rebounds_chance, f.rebounds_outcome,
  f.assists_line, f.assists_mean, f.assists_low, f.assists_high, f.assists_chance, f.assists_outcome,
  f.pra_line, f.pra_mean, f.pra_low, f.pra_high, f.pra_chance, f.pra_outcome
FROM {nba_analytics.player_game_summary} AS s
LEFT JOIN (
  SELECT
    game_date, game_id, player,
    MAX(CASE WHEN market = 'POINTS' THEN line END) AS points_line,
    MAX(CASE WHEN market = 'POINTS' THEN mean END) AS points_mean,
    MAX(CASE WHEN market = 'POINTS' THEN low_80 END) AS points_low,
    MAX(CASE WHEN market = 'POINTS' THEN high_80 END) AS points_high,
    MAX(CASE WHEN market = 'POINTS' THEN chance END) AS points_chance,
    MAX(CASE WHEN market = 'POINTS' THEN outcome END) AS points_outcome,
    MAX(CASE WHEN market = 'REBOUNDS' THEN line END) AS rebounds_line,
    MAX(CASE WHEN market = 'REBOUNDS' THEN mean END) AS rebounds_mean,
    MAX(CASE WHEN market = 'REBOUNDS' THEN low_80 END) AS rebounds_low,
    MAX(CASE WHEN market = 'REBOUNDS' THEN high_80 END) AS rebounds_high,
    MAX(CASE WHEN market = 'REBOUNDS' THEN chance END) AS rebounds_chance,
    MAX(CASE WHEN market = 'REBOUNDS' THEN outcome END) AS rebounds_outcome,
    MAX(CASE WHEN market = 'ASSISTS' THEN line END) AS assists_line,
    MAX(CASE WHEN market = 'ASSISTS' THEN mean END) AS assists_mean,
    MAX(CASE WHEN market = 'ASSISTS' THEN low_80 END) AS assists_low,
    MAX(CASE WHEN market = 'ASSISTS' THEN high_80 END) AS assists_high,
    MAX(CASE WHEN market = 'ASSISTS' THEN chance END) AS assists_chance,
    MAX(CASE WHEN market = 'ASSISTS' THEN outcome END) AS assists_outcome,
    MAX(CASE WHEN market = 'PRA' THEN line END) AS pra_line,
    MAX(CASE WHEN market = 'PRA' THEN mean END) AS pra_mean,
    MAX(CASE WHEN market = 'PRA' THEN low_80 END) AS pra_low,
    MAX(CASE WHEN market = 'PRA' THEN high_80 END) AS pra_high,
    MAX(CASE WHEN market = 'PRA' THEN chance END) AS pra_chance,
    MAX(CASE WHEN market = 'PRA' THEN outcome END) AS pra_outcome
  FROM (
    SELECT
      game_date, game_id, player, market, kind, system_id, line, mean, low_80, high_80, outcome,
      CASE WHEN probability_push < 1 THEN LEAST(1.0, probability_over / (1 - probability_push)) END AS chance
    FROM {nba_predictions.prediction_accuracy}
    WHERE game_date BETWEEN {from} AND {to}
    QUALIFY ROW_NUMBER() OVER (
      PARTITION BY game_id, player, market
      {include lead_first}
    ) = 1
  ) AS lead
  GROUP BY game_date, game_id, player
) AS f
ON f.game_date = s.game_date AND f.game_id = s.game_id AND f.player = s.player
WHERE s.game_date BETWEEN {from} AND {to}
