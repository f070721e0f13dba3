SELECT season, game_id, game_date, player, opponent, field_goals_made,
  paint_attempts, paint_makes, mid_range_attempts, mid_range_makes, three_attempts, three_makes,
  assisted_makes
FROM {nba_analytics.player_game_summary}
WHERE game_date BETWEEN {from} AND {to} AND shot_source IS NOT NULL
