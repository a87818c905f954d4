WITH alone AS MATERIALIZED (
  SELECT ARRAY['text']::text[] AS "without", (
  SELECT count(*)::int FROM (
    SELECT FROM "SearchEntry" AS e
    WHERE e."yes" && ARRAY['medication:buprenorphine']::text[]
    AND e."yes" && ARRAY['payment:medi-cal']::text[]
    LIMIT 10001) AS counted) AS "count"
  UNION ALL SELECT ARRAY['medication']::text[] AS "without", (
  SELECT count(*)::int FROM (
    SELECT FROM "SearchEntry" AS e
    WHERE e."document" @@ '''tarzana'':*'::tsquery
    AND e."yes" && ARRAY['payment:medi-cal']::text[]
    LIMIT 10001) AS counted) AS "count"
  UNION ALL SELECT ARRAY['payment']::text[] AS "without", (
  SELECT count(*)::int FROM (
    SELECT FROM "SearchEntry" AS e
    WHERE e."document" @@ '''tarzana'':*'::tsquery
    AND e."yes" && ARRAY['medication:buprenorphine']::text[]
    LIMIT 10001) AS counted) AS "count"
  UNION ALL SELECT ARRAY['unknown']::text[] AS "without", (
  SELECT count(*)::int FROM (
    SELECT FROM "SearchEntry" AS e
    WHERE e."document" @@ '''tarzana'':*'::tsquery
    AND (e."yes" && ARRAY['medication:buprenorphine']::text[] OR e."unknown" && ARRAY['medication:buprenorphine']::text[])
    AND (e."yes" && ARRAY['payment:medi-cal']::text[] OR e."unknown" && ARRAY['payment:medi-cal']::text[])
    LIMIT 10001) AS counted) AS "count")
SELECT * FROM alone
UNION ALL SELECT ARRAY['text', 'medication']::text[] AS "without", (
  SELECT count(*)::int FROM (
    SELECT FROM "SearchEntry" AS e
    WHERE e."yes" && ARRAY['payment:medi-cal']::text[]
    LIMIT 10001) AS counted) AS "count"
  WHERE NOT EXISTS (SELECT FROM alone WHERE "count" > 0)
UNION ALL SELECT ARRAY['text', 'payment']::text[] AS "without", (
  SELECT count(*)::int FROM (
    SELECT FROM "SearchEntry" AS e
    WHERE e."yes" && ARRAY['medication:buprenorphine']::text[]
    LIMIT 10001) AS counted) AS "count"
  WHERE NOT EXISTS (SELECT FROM alone WHERE "count" > 0)
UNION ALL SELECT ARRAY['medication', 'payment']::text[] AS "without", (
  SELECT count(*)::int FROM (
    SELECT FROM "SearchEntry" AS e
    WHERE e."document" @@ '''tarzana'':*'::tsquery
    LIMIT 10001) AS counted) AS "count"
  WHERE NOT EXISTS (SELECT FROM alone WHERE "count" > 0);
