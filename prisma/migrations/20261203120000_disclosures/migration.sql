-- A house from before has nothing stated about the people behind the content and about the owner. Without these rows its
-- pages would wait for the seed.
INSERT INTO "Setting" ("key", "value", "checkedOn", "updatedAt") VALUES
  ('profiles', '{"crafted": null, "polished": null, "evaluated": null}', CURRENT_DATE, now()),
  ('ownership', '{"legalName": null, "payers": null, "income": null, "asking": null}', CURRENT_DATE, now())
ON CONFLICT ("key") DO NOTHING;
