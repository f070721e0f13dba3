SELECT *
FROM {nba_orchestration.scraper_runs}
WHERE game_date BETWEEN {from} AND {to}
