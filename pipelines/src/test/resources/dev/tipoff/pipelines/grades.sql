-- prediction_accuracy, by the definitions of docs/data.md and docs/design.md.

CREATE TEMP MACRO implied(odds) AS
  CASE WHEN odds < 0 THEN odds / (odds - 100e0) ELSE 100 / (odds + 100e0) END;

CREATE TEMP MACRO winnings(odds) AS
  CASE WHEN odds < 0 THEN -100 / odds::DOUBLE ELSE odds / 100e0 END;

-- The k at which p^k + q^k is 1, by Newton's method from the left, where it cannot overshoot.
CREATE TEMP MACRO fair_power(p, q) AS
  list_reduce(
    list_prepend(0e0, range(30)::DOUBLE[]),
    lambda k, step:
      k - (power(p, k) + power(q, k) - 1) / (power(p, k) * ln(p) + power(q, k) * ln(q)));

CREATE TEMP MACRO fair_over(over_odds, under_odds) AS
  power(implied(over_odds), fair_power(implied(over_odds), implied(under_odds)));

CREATE TEMP MACRO bell(z) AS exp(-z * z / 2) / sqrt(2 * pi());

-- The series z + z^3/3 + z^5/(3 5) + ... from its far end.
CREATE TEMP MACRO normal_below(z) AS
  0.5 + bell(z) * z
    * list_reduce(
      list_prepend(1e0, range(121, 1, -2)::DOUBLE[]),
      lambda rest, odd: 1 + z * z / odd * rest);

-- Usual variance around a mean: the smaller of two straight lines, by UsualSpread.
CREATE TEMP MACRO usual_sd(market, mean) AS
  sqrt(
    CASE market
      WHEN 'POINTS' THEN least(13.7 + 2.73 * mean, 6 * mean)
      WHEN 'REBOUNDS' THEN least(0.95 + 1.35 * mean, 1.7 * mean)
      WHEN 'ASSISTS' THEN least(0.45 + 1.25 * mean, 1.6 * mean)
      WHEN 'PRA' THEN least(34 + 2 * mean, 6.7 * mean)
    END);

-- Each book's last word before the tip: the marked offer, else the one priced closest to even.
CREATE TEMP TABLE main_lines AS
SELECT
  game_id, player, market, line, snapshot_time, fair_over(over_odds, under_odds) AS over_chance
FROM nba_analytics.player_prop_lines
WHERE snapshot_time < tip_time
QUALIFY row_number() OVER (
  PARTITION BY game_id, player, market, bookmaker
  ORDER BY
    snapshot_time DESC, source, coalesce(main, false) DESC,
    round(
      abs(implied(over_odds) / (implied(over_odds) + implied(under_odds)) - 0.5), 12),
    line) = 1;

CREATE TEMP TABLE closing AS
WITH
  middle AS (
    SELECT game_id, player, market, median(line) AS line
    FROM main_lines
    GROUP BY game_id, player, market),
  offered AS (
    SELECT
      game_id, player, market, line, count(*) AS books, avg(over_chance) AS over_chance,
      max(snapshot_time) AS snapshot_time
    FROM main_lines
    GROUP BY game_id, player, market, line)
SELECT offered.*
FROM offered
JOIN middle USING (game_id, player, market)
QUALIFY row_number() OVER (
  PARTITION BY game_id, player, market
  ORDER BY abs(offered.line - middle.line), books DESC, offered.line) = 1;

CREATE TEMP TABLE actuals AS
SELECT game_id, player, market, actual
FROM (
  SELECT
    game_id, player, points AS "POINTS", rebounds AS "REBOUNDS", assists AS "ASSISTS",
    points + rebounds + assists AS "PRA"
  FROM nba_raw.player_games)
UNPIVOT (actual FOR market IN ("POINTS", "REBOUNDS", "ASSISTS", "PRA"));

CREATE TEMP TABLE published AS
SELECT
  *,
  recommendation IN ('OVER', 'UNDER') AS is_bet,
  CASE recommendation WHEN 'OVER' THEN over_odds WHEN 'UNDER' THEN under_odds END AS price,
  CASE
    WHEN probability_push < 1 THEN least(1, probability_over / (1 - probability_push))
  END AS over_chance
FROM nba_predictions.player_prop_predictions
WHERE as_of < tip_time
QUALIFY as_of = max(as_of) OVER (PARTITION BY system_id, game_id, player, market);

-- What the market said last of a prediction, if that was later than its line.
CREATE TEMP TABLE later AS
SELECT
  p.system_id, game_id, player, market, p.line,
  c.line AS closing_line,
  c.over_chance AS closing_probability_over
FROM published AS p
JOIN closing AS c USING (game_id, player, market)
WHERE c.snapshot_time > p.snapshot_time;

-- Where the normal curve has such a chance below it, by Newton's method from the middle.
CREATE TEMP TABLE quantiles AS
WITH RECURSIVE
  steps AS (
    SELECT DISTINCT closing_probability_over AS chance, 0e0 AS z, 0 AS step FROM later
    UNION ALL
    SELECT chance, z - (normal_below(z) - chance) / bell(z), step + 1
    FROM steps
    WHERE step < 30)
SELECT chance, z FROM steps WHERE step = 30;

-- Its chance of more than the prediction's line, along the curve where it closed at another.
CREATE TEMP TABLE closing_chances AS
SELECT
  system_id, game_id, player, market, closing_line, closing_probability_over,
  CASE
    WHEN closing_line = line THEN closing_probability_over
    ELSE normal_below(q.z + (closing_line - line) / usual_sd(market, closing_line))
  END AS over_chance_at_close
FROM later
JOIN quantiles AS q ON q.chance = closing_probability_over;

CREATE TEMP TABLE sql_grades AS
WITH
  played AS (SELECT game_id, any_value(season) AS season FROM nba_raw.player_games GROUP BY ALL),
  settled AS (
    SELECT
      p.*,
      played.season,
      a.actual,
      CASE
        WHEN p.line IS NULL THEN 'NO_LINE'
        WHEN a.actual IS NULL THEN 'VOID'
        WHEN NOT p.is_bet THEN 'NO_BET'
        WHEN a.actual = p.line THEN 'PUSH'
        WHEN (a.actual > p.line) = (p.recommendation = 'OVER') THEN 'WIN'
        ELSE 'LOSS'
      END AS outcome,
      c.closing_line,
      c.closing_probability_over,
      c.over_chance_at_close
    FROM published AS p
    JOIN played USING (game_id)
    LEFT JOIN actuals AS a USING (game_id, player, market)
    LEFT JOIN closing_chances AS c USING (system_id, game_id, player, market))
SELECT
  * EXCLUDE (is_bet, price, over_chance, over_chance_at_close),
  mean - actual AS error,
  abs(mean - actual) <= 3 AS within_three,
  abs(mean - actual) <= 5 AS within_five,
  mean - line AS predicted_margin,
  actual - line AS actual_margin,
  CASE WHEN actual <> line THEN power(over_chance - (actual > line)::INT, 2) END
    AS probability_score,
  CASE
    WHEN over_chance IN (0, 1) THEN 10
    ELSE 1 + floor((greatest(over_chance, 1 - over_chance) - 0.5) / 0.05)
  END AS confidence_decile,
  CASE
    WHEN outcome = 'WIN' THEN winnings(price)
    WHEN outcome = 'LOSS' THEN -1
    WHEN is_bet THEN 0
  END AS profit,
  CASE
    WHEN is_bet
    THEN (1 + winnings(price))
      * if(recommendation = 'OVER', over_chance_at_close, 1 - over_chance_at_close) - 1
  END AS clv
FROM settled;
