-- The tags of a post in the order their editor gave them. Posts from before have none, and show their tags by name.

ALTER TABLE "Post" ADD COLUMN "tagOrder" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[];
