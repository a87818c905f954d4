WITH first AS (
  SELECT * FROM (
    (SELECT e."listingId", e."sortName", e."rankOrder", e."rank", e."band", e."yes", e."unknown", e."who",
    e."noMediCalIn", false AS "saidNo", e."isPositionApproximate",
    (e."position" <-> ll_to_earth(34.065975::float8, -118.238642::float8)) AS "chord", (e."rankOrder" + (e."position" <-> ll_to_earth(34.065975::float8, -118.238642::float8)) / 65536::float8) AS "best"
    FROM "SearchEntry" AS e
    WHERE e."document" @@ '''tarzana'':*'::tsquery
    AND e."yes" && ARRAY['medication:buprenorphine']::text[]
      AND cube_enlarge(ll_to_earth(34.065975::float8, -118.238642::float8), gc_to_sec(16093.44::float8), 3) @> e."position" AND (e."position" <-> ll_to_earth(34.065975::float8, -118.238642::float8)) <= gc_to_sec(16093.44::float8)
    ORDER BY "best" ASC, e."sortName" ASC
    LIMIT 21)
    UNION ALL
    (SELECT e."listingId", e."sortName", e."rankOrder", e."rank", e."band", e."yes", e."unknown", e."who",
    e."noMediCalIn", false AS "saidNo", e."isPositionApproximate",
    (e."position" <-> ll_to_earth(34.065975::float8, -118.238642::float8)) AS "chord", (4294967296::float8 + (e."position" <-> ll_to_earth(34.065975::float8, -118.238642::float8))) AS "best"
    FROM "SearchEntry" AS e
    WHERE e."document" @@ '''tarzana'':*'::tsquery
    AND e."yes" && ARRAY['medication:buprenorphine']::text[]
      AND ((e."position" <-> ll_to_earth(34.065975::float8, -118.238642::float8)) > gc_to_sec(16093.44::float8) OR e."position" IS NULL)
    ORDER BY (e."position" <-> ll_to_earth(34.065975::float8, -118.238642::float8)) ASC, e."sortName" ASC
    LIMIT 21)) AS both_sides
  ORDER BY "best" ASC, "sortName" ASC
  LIMIT 21),
page AS (
  SELECT *, row_number() OVER () AS "place" FROM first)
SELECT l."slug", l."name", l."unit", l."street", l."street2", l."city", l."state", l."zip", l."phone",
  l."phoneExtension", l."kind", l."knownByLicense", l."status", l."closedOn", p."sortName", p."rankOrder", p."rank",
  p."band", p."yes", p."unknown", p."who", p."noMediCalIn", p."saidNo", p."isPositionApproximate", p."chord",
  p."best", sec_to_gc(p."chord") AS "meters"
FROM page AS p
JOIN "Listing" AS l ON l."id" = p."listingId"
WHERE l."status" = 'published'
ORDER BY p."place"
LIMIT 21;
