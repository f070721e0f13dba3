SELECT
  COALESCE(pipeline, '') AS pipeline, step, code, COUNT(*) AS failures,
  COUNT(CASE WHEN retryable THEN 1 END) AS retryable, COUNT(CASE WHEN resolved THEN 1 END) AS resolved,
  MIN(failure_key) AS sample_key, MIN(message) AS sample_message
FROM (
{include failure_states}
) AS known
GROUP BY pipeline, step, code
