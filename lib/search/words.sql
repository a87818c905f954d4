SELECT t.typed, ARRAY(
  SELECT alike.word FROM (
    SELECT found.word, found.similarity, max(found.similarity) OVER () AS best FROM (
      SELECT w."word", similarity(w."word", t.typed) FROM "SearchWord" AS w WHERE w."word" % t.typed
      UNION
      SELECT s.word, similarity(s.word, t.typed) FROM unnest(ARRAY['about', 'abstinencia', 'abuse', 'abuso' /* and more */]::text[]) AS s(word)
      WHERE s.word % t.typed) AS found) AS alike
  WHERE alike.similarity >= alike.best - 0.1::float4
  ORDER BY alike.similarity DESC, alike.word LIMIT 4) AS "used"
FROM unnest(ARRAY['tarzanna']::text[]) AS t(typed)
WHERE NOT EXISTS (SELECT FROM "SearchWord" AS w
  WHERE w."word" >= t.typed AND w."word" < t.typed || U&'\+10FFFF');
