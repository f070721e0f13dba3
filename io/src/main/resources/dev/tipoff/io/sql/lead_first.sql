ORDER BY
  CASE kind WHEN 'MARKET_AWARE' THEN 1 WHEN 'BLIND' THEN 2 WHEN 'MARKET' THEN 3 ELSE 4 END,
  CASE system_id WHEN 'ensemble' THEN 1 WHEN 'gradient_boosted' THEN 2 ELSE 3 END,
  system_id
