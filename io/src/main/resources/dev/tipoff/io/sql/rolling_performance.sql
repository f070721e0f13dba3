WITH known AS (
  SELECT game_date, game_id, player, games_season, points_mean_season,
    rebounds_mean_season, assists_mean_season, pra_mean_season,
    points_mean_last_10, rebounds_mean_last_10, assists_mean_last_10, pra_mean_last_10,
    CASE
      WHEN points_mean_season IS NULL THEN 'NEW'
      WHEN points_mean_season >= 20 THEN 'STAR'
      WHEN points_mean_season >= 12 THEN 'STARTER'
      WHEN points_mean_season >= 6 THEN 'ROTATION'
      ELSE 'BENCH'
    END AS tier
  FROM {nba_precompute.ml_feature_store}
  WHERE game_date BETWEEN {from} AND {to}
),
graded AS (
  SELECT *
  FROM {nba_predictions.prediction_accuracy}
  WHERE game_date BETWEEN {from} AND {to} AND actual IS NOT NULL
),
yardsticks AS (
  SELECT
    p.game_date, p.yardstick AS system_id,
    CASE p.yardstick WHEN 'line' THEN 'MARKET' ELSE 'BASELINE' END AS kind,
    p.market, p.actual, p.consensus_median, f.tier,
    CASE p.yardstick
      WHEN 'line' THEN p.consensus_median
      WHEN 'season_mean' THEN CASE WHEN f.games_season >= 3 THEN CASE p.market WHEN 'POINTS' THEN f.points_mean_season WHEN 'REBOUNDS' THEN f.rebounds_mean_season WHEN 'ASSISTS' THEN f.assists_mean_season WHEN 'PRA' THEN f.pra_mean_season END END
      ELSE CASE WHEN f.games_season >= 3 THEN CASE p.market WHEN 'POINTS' THEN f.points_mean_last_10 WHEN 'REBOUNDS' THEN f.rebounds_mean_last_10 WHEN 'ASSISTS' THEN f.assists_mean_last_10 WHEN 'PRA' THEN f.pra_mean_last_10 END END
    END AS mean
  FROM (
    SELECT g.game_date, g.game_id, g.player, g.market, g.actual, g.consensus_median, names.yardstick
    FROM (
      SELECT *
      FROM graded
      QUALIFY ROW_NUMBER() OVER (
        PARTITION BY game_id, player, market
        {include lead_first}
      ) = 1
    ) AS g
    CROSS JOIN (
      SELECT 'line' AS yardstick UNION ALL SELECT 'season_mean' UNION ALL SELECT 'last_10'
    ) AS names
  ) AS p
  LEFT JOIN known AS f
  ON f.game_date = p.game_date AND f.game_id = p.game_id AND f.player = p.player
),
sides AS (
  SELECT
    g.game_date, g.system_id, g.kind, g.market, g.error, g.within_three, g.within_five, g.low_80,
    CASE WHEN g.line IS NOT NULL THEN ABS(g.median - g.actual) - ABS(g.consensus_median - g.actual) END AS vs_line,
    GREATEST(0.0, LEAST(g.high_80, g.actual + 0.5) - GREATEST(g.low_80, g.actual - 0.5)) AS inside80,
    g.probability_score,
    CASE WHEN g.probability_score IS NOT NULL
      THEN POW(g.market_probability_over - CASE WHEN g.actual_margin > 0 THEN 1 ELSE 0 END, 2) END AS market_score,
    g.profit, g.outcome, g.clv,
    CASE WHEN g.recommendation IN ('OVER', 'UNDER') THEN g.recommendation END AS side,
    CAST(g.confidence_decile AS STRING) AS confidence,
    COALESCE(f.tier, 'NEW') AS tier,
    CASE WHEN g.recommendation IN ('OVER', 'UNDER') THEN g.bookmaker END AS bookmaker
  FROM graded AS g
  LEFT JOIN known AS f
  ON f.game_date = g.game_date AND f.game_id = g.game_id AND f.player = g.player
  UNION ALL
  SELECT
    y.game_date, y.system_id, y.kind, y.market, y.mean - y.actual,
    ABS(y.mean - y.actual) <= 3, ABS(y.mean - y.actual) <= 5, NULL,
    ABS(y.mean - y.actual) - ABS(y.consensus_median - y.actual), NULL,
    NULL, NULL,
    NULL, 'NO_BET', NULL,
    NULL, NULL, COALESCE(y.tier, 'NEW'), NULL
  FROM yardsticks AS y
  WHERE y.mean IS NOT NULL
),
slices AS (
  SELECT 'ALL' AS slice UNION ALL SELECT 'SIDE' UNION ALL SELECT 'CONFIDENCE'
  UNION ALL SELECT 'TIER' UNION ALL SELECT 'BOOKMAKER'
),
sliced AS (
  SELECT
    sides.*, slices.slice,
    CASE slices.slice
      WHEN 'ALL' THEN 'ALL'
      WHEN 'SIDE' THEN sides.side
      WHEN 'CONFIDENCE' THEN sides.confidence
      WHEN 'TIER' THEN sides.tier
      ELSE sides.bookmaker
    END AS slice_value
  FROM sides CROSS JOIN slices
),
by_day AS (
  SELECT
    game_date, system_id, kind, market, slice, slice_value,
    COUNT(*) AS graded, SUM(ABS(error)) AS absolute, SUM(error) AS bias,
    COUNT(CASE WHEN within_three THEN 1 END) AS within_three,
    COUNT(CASE WHEN within_five THEN 1 END) AS within_five,
    COUNT(low_80) AS spread, SUM(CASE WHEN low_80 IS NOT NULL THEN inside80 END) AS inside80,
    COUNT(vs_line) AS lined, COALESCE(SUM(vs_line), 0) AS vs_line,
    COUNT(probability_score) AS chances, SUM(probability_score) AS score,
    COUNT(market_score) AS market_chances, SUM(market_score) AS market_score,
    COUNT(profit) AS bets, COALESCE(SUM(profit), 0) AS profit,
    COUNT(CASE WHEN outcome = 'WIN' THEN 1 END) AS wins,
    COUNT(CASE WHEN outcome = 'LOSS' THEN 1 END) AS losses,
    COUNT(CASE WHEN outcome = 'PUSH' THEN 1 END) AS pushes,
    COUNT(clv) AS closed, COALESCE(SUM(clv), 0) AS clv
  FROM sliced
  WHERE slice_value IS NOT NULL
  GROUP BY game_date, system_id, kind, market, slice, slice_value
),
periods AS (
  SELECT 'WEEK' AS period UNION ALL SELECT 'THIRTY_DAYS' UNION ALL SELECT 'MONTH' UNION ALL SELECT 'SEASON'
),
sums AS (
  SELECT
    periods.period, by_day.system_id, by_day.kind, by_day.market, by_day.slice, by_day.slice_value,
    MIN(by_day.game_date) AS first_day, MAX(by_day.game_date) AS last_day, COUNT(*) AS days,
    SUM(graded) AS graded, SUM(absolute) AS absolute, SUM(bias) AS bias,
    SUM(absolute * absolute) AS absolute2, SUM(absolute * graded) AS absolute_n, SUM(graded * graded) AS graded2,
    SUM(within_three) AS within_three, SUM(within_five) AS within_five,
    SUM(spread) AS spread, COUNT(CASE WHEN spread > 0 THEN 1 END) AS spread_days, SUM(inside80) AS inside80,
    SUM(inside80 * inside80) AS inside802, SUM(inside80 * spread) AS inside80_n, SUM(spread * spread) AS spread2,
    SUM(lined) AS lined, COUNT(CASE WHEN lined > 0 THEN 1 END) AS lined_days, SUM(vs_line) AS vs_line,
    SUM(vs_line * vs_line) AS vs_line2, SUM(vs_line * lined) AS vs_line_n, SUM(lined * lined) AS lined2,
    SUM(chances) AS chances, SUM(score) AS score, SUM(market_chances) AS market_chances, SUM(market_score) AS market_score,
    COUNT(CASE WHEN market_chances > 0 THEN 1 END) AS market_days, SUM(score - market_score) AS gap,
    SUM(POW(score - market_score, 2)) AS gap2, SUM((score - market_score) * market_chances) AS gap_n,
    SUM(market_chances * market_chances) AS market_chances2,
    SUM(bets) AS bets, COUNT(CASE WHEN bets > 0 THEN 1 END) AS bet_days, SUM(profit) AS profit,
    SUM(profit * profit) AS profit2, SUM(profit * bets) AS profit_n, SUM(bets * bets) AS bets2,
    SUM(wins) AS wins, SUM(losses) AS losses, SUM(pushes) AS pushes,
    SUM(closed) AS closed, COUNT(CASE WHEN closed > 0 THEN 1 END) AS closed_days, SUM(clv) AS clv,
    SUM(clv * clv) AS clv2, SUM(clv * closed) AS clv_n, SUM(closed * closed) AS closed2
  FROM by_day CROSS JOIN periods
  WHERE by_day.game_date >= CASE periods.period
    WHEN 'WEEK' THEN {week}
    WHEN 'THIRTY_DAYS' THEN {thirty}
    WHEN 'MONTH' THEN {month}
    ELSE {from}
  END
  GROUP BY periods.period, by_day.system_id, by_day.kind, by_day.market, by_day.slice, by_day.slice_value
)
SELECT
  period, system_id, kind, market, slice, slice_value, first_day, last_day, days,
  graded, absolute / graded AS mean_absolute_error,
  CASE WHEN days > 1 THEN 1.959963984540054 / graded * SQRT(days / (days - 1) * GREATEST(0.0,
    absolute2 - 2 * absolute / graded * absolute_n + POW(absolute / graded, 2) * graded2)) END AS mean_absolute_error_half,
  bias / graded AS bias, within_three / graded AS within_three, within_five / graded AS within_five,
  spread AS intervals, CASE WHEN spread > 0 THEN inside80 / spread END AS coverage_80,
  CASE WHEN spread_days > 1 THEN 1.959963984540054 / spread * SQRT(spread_days / (spread_days - 1) * GREATEST(0.0,
    inside802 - 2 * inside80 / spread * inside80_n + POW(inside80 / spread, 2) * spread2)) END AS coverage_80_half,
  lined, CASE WHEN lined > 0 THEN vs_line / lined END AS vs_line,
  CASE WHEN lined_days > 1 THEN 1.959963984540054 / lined * SQRT(lined_days / (lined_days - 1) * GREATEST(0.0,
    vs_line2 - 2 * vs_line / lined * vs_line_n + POW(vs_line / lined, 2) * lined2)) END AS vs_line_half,
  chances, CASE WHEN chances > 0 THEN score / chances END AS brier,
  CASE WHEN market_chances > 0 THEN market_score / market_chances END AS market_brier,
  CASE WHEN market_days > 1 THEN 1.959963984540054 / market_chances * SQRT(market_days / (market_days - 1) * GREATEST(0.0,
    gap2 - 2 * gap / market_chances * gap_n + POW(gap / market_chances, 2) * market_chances2)) END AS brier_gap_half,
  bets, wins, losses, pushes,
  CASE WHEN wins + losses > 0 THEN wins / (wins + losses) END AS hit_rate,
  CASE WHEN bets > 0 THEN profit / bets END AS return_on_investment,
  CASE WHEN bet_days > 1 THEN 1.959963984540054 / bets * SQRT(bet_days / (bet_days - 1) * GREATEST(0.0,
    profit2 - 2 * profit / bets * profit_n + POW(profit / bets, 2) * bets2)) END AS return_on_investment_half,
  closed AS closing_lines, CASE WHEN closed > 0 THEN clv / closed END AS closing_line_value,
  CASE WHEN closed_days > 1 THEN 1.959963984540054 / closed * SQRT(closed_days / (closed_days - 1) * GREATEST(0.0,
    clv2 - 2 * clv / closed * clv_n + POW(clv / closed, 2) * closed2)) END AS closing_line_value_half
FROM sums
