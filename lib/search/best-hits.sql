WITH first AS (
  SELECT * FROM (
    (SELECT e."listingId", e."sortName", e."rankOrder", e."rank", e."band", e."yes", e."unknown", e."who",
    e."noMediCalIn", e."treatsOpioids", false AS "saidNo",
    e."isPositionApproximate",
    (e."position" <-> ll_to_earth(34.065975::float8, -118.238642::float8)) AS "chord", ((((e."position" <-> ll_to_earth(34.065975::float8, -118.238642::float8)) > gc_to_sec(3218.688::float8))::int + ((e."position" <-> ll_to_earth(34.065975::float8, -118.238642::float8)) > gc_to_sec(8046.72::float8))::int + (e."rank" IS NULL)::int) * 16777216::float8 + least(e."rankOrder", 16777215::int) + (e."position" <-> ll_to_earth(34.065975::float8, -118.238642::float8)) / 65536::float8) AS "best"
    FROM "SearchEntry" AS e
    WHERE e."document" @@ '''tarzana'':*'::tsquery
    AND e."yes" && ARRAY['medication:buprenorphine']::text[]
    AND e."treatsOpioids"
      AND cube_enlarge(ll_to_earth(34.065975::float8, -118.238642::float8), gc_to_sec(16093.44::float8), 3) @> e."position" AND (e."position" <-> ll_to_earth(34.065975::float8, -118.238642::float8)) <= gc_to_sec(16093.44::float8)
    ORDER BY "best" ASC, e."sortName" ASC
    LIMIT 21)
    UNION ALL
    (SELECT e."listingId", e."sortName", e."rankOrder", e."rank", e."band", e."yes", e."unknown", e."who",
    e."noMediCalIn", e."treatsOpioids", false AS "saidNo",
    e."isPositionApproximate",
    (e."position" <-> ll_to_earth(34.065975::float8, -118.238642::float8)) AS "chord", (4294967296::float8 + (e."position" <-> ll_to_earth(34.065975::float8, -118.238642::float8))) AS "best"
    FROM "SearchEntry" AS e
    WHERE e."document" @@ '''tarzana'':*'::tsquery
    AND e."yes" && ARRAY['medication:buprenorphine']::text[]
    AND e."treatsOpioids"
      AND ((e."position" <-> ll_to_earth(34.065975::float8, -118.238642::float8)) > gc_to_sec(16093.44::float8) OR e."position" IS NULL)
    ORDER BY (e."position" <-> ll_to_earth(34.065975::float8, -118.238642::float8)) ASC, e."sortName" ASC
    LIMIT 21)) AS both_sides
  ORDER BY "best" ASC, "sortName" ASC
  LIMIT 21),
second AS (
  SELECT * FROM (
  SELECT * FROM (
    (SELECT e."listingId", e."sortName", e."rankOrder", e."rank", e."band", e."yes", e."unknown", e."who",
    e."noMediCalIn", e."treatsOpioids", false AS "saidNo",
    e."isPositionApproximate",
    (e."position" <-> ll_to_earth(34.065975::float8, -118.238642::float8)) AS "chord", ((((e."position" <-> ll_to_earth(34.065975::float8, -118.238642::float8)) > gc_to_sec(3218.688::float8))::int + ((e."position" <-> ll_to_earth(34.065975::float8, -118.238642::float8)) > gc_to_sec(8046.72::float8))::int + (e."rank" IS NULL)::int) * 16777216::float8 + least(e."rankOrder", 16777215::int) + (e."position" <-> ll_to_earth(34.065975::float8, -118.238642::float8)) / 65536::float8) AS "best"
    FROM "SearchEntry" AS e
    WHERE e."document" @@ '''tarzana'':*'::tsquery
    AND e."yes" && ARRAY['medication:buprenorphine']::text[]
    AND NOT e."treatsOpioids"
      AND cube_enlarge(ll_to_earth(34.065975::float8, -118.238642::float8), gc_to_sec(16093.44::float8), 3) @> e."position" AND (e."position" <-> ll_to_earth(34.065975::float8, -118.238642::float8)) <= gc_to_sec(16093.44::float8)
    ORDER BY "best" ASC, e."sortName" ASC
    LIMIT 21)
    UNION ALL
    (SELECT e."listingId", e."sortName", e."rankOrder", e."rank", e."band", e."yes", e."unknown", e."who",
    e."noMediCalIn", e."treatsOpioids", false AS "saidNo",
    e."isPositionApproximate",
    (e."position" <-> ll_to_earth(34.065975::float8, -118.238642::float8)) AS "chord", (4294967296::float8 + (e."position" <-> ll_to_earth(34.065975::float8, -118.238642::float8))) AS "best"
    FROM "SearchEntry" AS e
    WHERE e."document" @@ '''tarzana'':*'::tsquery
    AND e."yes" && ARRAY['medication:buprenorphine']::text[]
    AND NOT e."treatsOpioids"
      AND ((e."position" <-> ll_to_earth(34.065975::float8, -118.238642::float8)) > gc_to_sec(16093.44::float8) OR e."position" IS NULL)
    ORDER BY (e."position" <-> ll_to_earth(34.065975::float8, -118.238642::float8)) ASC, e."sortName" ASC
    LIMIT 21)) AS both_sides
  ORDER BY "best" ASC, "sortName" ASC
  LIMIT 21) AS s
  WHERE (SELECT count(*) FROM first) <= 20),
page AS (
  SELECT *, 0 + row_number() OVER () AS "place" FROM first
  UNION ALL
  SELECT *, 21 + row_number() OVER () AS "place" FROM second)
SELECT l."slug", l."name", l."unit", l."street", l."street2", l."city", l."state", l."zip", l."phone",
  l."phoneExtension", l."kind", l."knownByLicense", l."status", l."closedOn", p."sortName", p."rankOrder", p."rank",
  p."band", p."yes", p."unknown", p."who", p."noMediCalIn", p."treatsOpioids", p."saidNo",
  p."isPositionApproximate", p."chord", p."best", sec_to_gc(p."chord") AS "meters",
  x."reason" AS "notRankedFor"
FROM page AS p
JOIN "Listing" AS l ON l."id" = p."listingId"
LEFT JOIN "RankingExclusion" AS x ON x."listingId" = l."id" AND x."editionId" = (
  SELECT "id" FROM "RankingEdition" ORDER BY "number" DESC LIMIT 1)
WHERE l."status" = 'published'
ORDER BY p."place"
LIMIT 21;
