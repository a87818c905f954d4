SELECT sec_to_gc(n."chord") AS "meters" FROM (
  SELECT (e."position" <-> ll_to_earth(34.065975::float8, -118.238642::float8)) AS "chord"
  FROM "SearchEntry" AS e
  WHERE e."document" @@ '''tarzana'':*'::tsquery
    AND e."yes" && ARRAY['medication:buprenorphine']::text[]
    AND e."treatsOpioids"
  ORDER BY (e."position" <-> ll_to_earth(34.065975::float8, -118.238642::float8))
  LIMIT 20) AS n
WHERE n."chord" IS NOT NULL
ORDER BY n."chord";
