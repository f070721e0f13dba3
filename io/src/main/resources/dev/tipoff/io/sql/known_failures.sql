SELECT failure_id, pipeline, step, code, game_date, failure_key, message, met_again, resolved
FROM (
{include failure_states}
) AS known
WHERE pipeline IS NOT NULL AND ({pipeline} = '' OR pipeline = {pipeline})
