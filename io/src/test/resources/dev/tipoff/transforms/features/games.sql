-- Box scores of four seasons, and what docs/features.md calls a game of a team: both sides' minutes
-- are a full game's.
CREATE TEMP TABLE player_games AS
SELECT
  season, season_type, game_id, date, player_id, team, opponent, home = 1 AS home, starter,
  minutes, points, rebounds, assists, turnovers, fgm, fga, fg3m, fg3a, ftm, fta,
  points + rebounds + assists AS pra,
  fga + 0.44 * fta AS shots,
  fga + 0.44 * fta + turnovers AS used
FROM read_csv(
  getvariable('history'),
  header = true,
  types = {
    game_id: 'VARCHAR', player_id: 'VARCHAR', date: 'DATE', starter: 'DOUBLE', minutes: 'DOUBLE',
    fga: 'DOUBLE', fta: 'DOUBLE'})
WHERE season BETWEEN '2020-21' AND '2023-24';

CREATE TEMP TABLE team_games AS
WITH sides AS (
  SELECT
    season, game_id, date, team, opponent,
    sum(minutes) AS minutes, sum(points) AS points, sum(rebounds) AS rebounds,
    sum(assists) AS assists, sum(fga) AS fga, sum(fg3a) AS fg3a, sum(fta) AS fta,
    sum(used) AS possessions, sum(fgm) AS fgm, sum(fg3m) AS fg3m
  FROM player_games
  GROUP BY ALL)
SELECT
  own.*,
  own.minutes / 5 AS length,
  other.points AS points_allowed,
  other.rebounds AS rebounds_allowed,
  other.assists AS assists_allowed,
  other.fg3a AS threes_allowed,
  other.fg3m AS threes_made_allowed,
  other.fga - other.fg3a AS twos_allowed,
  other.fgm - other.fg3m AS twos_made_allowed,
  other.fta AS free_throws_allowed,
  other.possessions AS possessions_allowed,
  own.points - other.points AS margin,
  48 / (own.minutes / 5) AS to_48,
  (own.possessions + other.possessions) / 2 * 48 / (own.minutes / 5) AS pace
FROM sides AS own
JOIN sides AS other ON other.game_id = own.game_id AND other.team = own.opponent
WHERE own.minutes >= 235 AND other.minutes >= 235;

-- The k-th latest game weighs w^(k-1).
CREATE TEMP MACRO faded_sum(x, k, w) AS sum(x * power(w, k - 1));

CREATE TEMP MACRO faded(x, k, w) AS
  sum(x * power(w, k - 1)) / sum(power(w, k - 1)) FILTER (x IS NOT NULL);

CREATE TEMP MACRO faded_ratio(x, y, k, w, least) AS
  CASE
    WHEN sum(y * power(w, k - 1)) >= least
    THEN sum(x * power(w, k - 1)) / sum(y * power(w, k - 1))
  END;

CREATE TEMP MACRO mean_of_last(x, k, n) AS avg(x) FILTER (k <= n);
