SELECT
  g.game_date, g.game_id, g.player, g.player_name, s.team, s.opponent, s.home, g.market, g.system_id, g.kind,
  g.mean, g.median, g.low_80, g.high_80, g.line, g.bookmaker, g.over_odds, g.under_odds,
  CASE WHEN g.probability_push < 1 THEN LEAST(1.0, g.probability_over / (1 - g.probability_push)) END AS probability_over,
  g.market_probability_over, g.recommendation, g.expected_value, g.stake, g.actual, g.outcome, g.profit,
  g.closing_line, g.clv
FROM (
  SELECT *
  FROM {nba_predictions.prediction_accuracy}
  WHERE game_date BETWEEN {from} AND {to} AND line IS NOT NULL
  QUALIFY ROW_NUMBER() OVER (
    PARTITION BY game_id, player, market
    {include lead_first}
  ) = 1
) AS g
LEFT JOIN (
  SELECT game_date, game_id, player, team, opponent, home
  FROM {nba_analytics.player_game_summary}
  WHERE game_date BETWEEN {from} AND {to}
) AS s
ON s.game_date = g.game_date AND s.game_id = g.game_id AND s.player = g.player
