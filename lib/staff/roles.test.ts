import { expect, test } from "vitest";
import { mayAct } from "./roles";

test("an administrator may do everything, others what asks for their role or for none", () => {
  expect([mayAct("admin", "editor"), mayAct("editor", "editor"), mayAct("outreach")]).toEqual([true, true, true]);
  expect([mayAct("editor", "outreach"), mayAct("outreach", "admin")]).toEqual([false, false]);
});
