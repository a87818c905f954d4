SELECT t.typed, ARRAY(
  SELECT w."word" FROM "SearchWord" AS w
  WHERE w."word" % t.typed
  ORDER BY similarity(w."word", t.typed) DESC, w."word"
  LIMIT 20) AS "alike"
FROM unnest(ARRAY['tarzanna']::text[]) AS t(typed)
WHERE NOT EXISTS (
  SELECT FROM "SearchWord" AS w
  WHERE w."word" >= t.typed AND w."word" < t.typed || U&'\+10FFFF');
