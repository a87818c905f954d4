import { marked } from "../support/traces";
import type { Person } from "./sender";

let count = 0;

/** Somebody new, at an IP of their own, whose words can be found again wherever they should not be. */
export function newPerson(): Person {
  count += 1;
  return {
    name: marked.name,
    email: `p${count}.${marked.email}`,
    message: `${marked.message} ${count}`,
    ip: `10.${(count >> 16) & 255}.${(count >> 8) & 255}.${count & 255}`,
  };
}
