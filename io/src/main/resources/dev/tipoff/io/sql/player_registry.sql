SELECT player, name, team, since, evidence
FROM (
  SELECT player, name, team, since, evidence,
    LAG(name) OVER (PARTITION BY player, evidence, track ORDER BY since, name, team) AS name_before,
    LAG(team) OVER (PARTITION BY player, evidence, track ORDER BY since, name, team) AS team_before
  FROM (
    SELECT player, player_name AS name, team, game_date AS since, 'BOX_SCORE' AS evidence, season AS track
    FROM {nba_raw.player_games}
    UNION ALL
    SELECT player, player_name, team, game_date, 'BOX_SCORE', season
    FROM {nba_raw.player_dnp}
    UNION ALL
    SELECT player_id, player_name, team, filed_date, 'ROSTER',
      CONCAT(
        source,
        CAST(EXTRACT(YEAR FROM filed_date) - CASE WHEN EXTRACT(MONTH FROM filed_date) < 10 THEN 1 ELSE 0 END AS STRING))
    FROM {nba_raw.roster_listings}
    WHERE STARTS_WITH(source, 'nbac_')
      AND player_id <> ''
      AND team IS NOT NULL
      AND (active IS NULL OR active)
      AND CAST(received_time AS DATE) <= filed_date + 1
  ) AS sightings
) AS changes
WHERE name_before IS NULL OR name_before <> name OR team_before <> team
