WITH "all" AS MATERIALIZED (
  SELECT e."yes" AS answers FROM "SearchEntry" AS e
  WHERE e."document" @@ '''tarzana'':*'::tsquery
    AND e."yes" && ARRAY['medication:buprenorphine']::text[]
    AND e."yes" && ARRAY['payment:medi-cal']::text[]
  LIMIT 10001),
"medication" AS MATERIALIZED (
  SELECT e."yes" AS answers FROM "SearchEntry" AS e
  WHERE e."document" @@ '''tarzana'':*'::tsquery
    AND e."yes" && ARRAY['payment:medi-cal']::text[]
  LIMIT (
    SELECT CASE WHEN count(*) > 10000 THEN 2000::int ELSE 10001::int END
    FROM "all")),
"payment" AS MATERIALIZED (
  SELECT e."yes" AS answers FROM "SearchEntry" AS e
  WHERE e."document" @@ '''tarzana'':*'::tsquery
    AND e."yes" && ARRAY['medication:buprenorphine']::text[]
  LIMIT (
    SELECT CASE WHEN count(*) > 10000 THEN 2000::int ELSE 10001::int END
    FROM "all"))
SELECT 'all' AS "set", NULL AS "option", count(*)::int AS "count" FROM "all"
UNION ALL SELECT 'all', o.key, count(*)::int
  FROM (SELECT unnest(answers) AS key FROM "all") AS o
  WHERE true
  GROUP BY o.key
UNION ALL SELECT 'medication', NULL, count(*)::int FROM "medication"
UNION ALL SELECT 'medication', o.key, count(*)::int
  FROM (SELECT unnest(answers) AS key FROM "medication") AS o
  WHERE starts_with(o.key, 'medication:')
  GROUP BY o.key
UNION ALL SELECT 'payment', NULL, count(*)::int FROM "payment"
UNION ALL SELECT 'payment', o.key, count(*)::int
  FROM (SELECT unnest(answers) AS key FROM "payment") AS o
  WHERE starts_with(o.key, 'payment:')
  GROUP BY o.key
UNION ALL SELECT 'unknown', NULL, (
  SELECT count(*)::int FROM (
    SELECT FROM "SearchEntry" AS e
    WHERE e."document" @@ '''tarzana'':*'::tsquery
    AND (e."yes" && ARRAY['medication:buprenorphine']::text[] OR e."unknown" && ARRAY['medication:buprenorphine']::text[])
    AND (e."yes" && ARRAY['payment:medi-cal']::text[] OR e."unknown" && ARRAY['payment:medi-cal']::text[])
    LIMIT 10001) AS counted)
  WHERE (SELECT count(*) FROM "all") <= 10000
UNION ALL SELECT 'saidNo', n."noMediCalIn"::text, count(*)::int
  FROM (SELECT e."noMediCalIn" FROM "SearchEntry" AS e WHERE e."document" @@ '''tarzana'':*'::tsquery
    AND e."yes" && ARRAY['medication:buprenorphine']::text[]
    AND (e."yes" && ARRAY['payment:medi-cal']::text[] OR e."noMediCalIn" IS NOT NULL)
    AND e."noMediCalIn" IS NOT NULL AND NOT (e."yes" && ARRAY['payment:medi-cal']::text[]) LIMIT 10001) AS n
  GROUP BY n."noMediCalIn";
