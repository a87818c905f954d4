import { z } from "@/lib/shared/zod";
import { STAFF_ROLES, type AdminError } from "./types";

/** Long enough to outlast guessing without rules about signs; the upper bound keeps hashing cheap. */
export const PASSWORD_MIN = 12;
export const PASSWORD_MAX = 128;

/** Fits every name; stops a pasted page. */
const NAME_MAX = 120;

const say = (error: AdminError) => error;

const email = z
  .string()
  .trim()
  .toLowerCase()
  .pipe(z.email(say("emailFormat")));
const newPassword = z.string().min(PASSWORD_MIN, say("passwordLength")).max(PASSWORD_MAX, say("passwordLength"));

export const signInSchema = z.object({
  email,
  password: z.string().min(1, say("passwordMissing")).max(PASSWORD_MAX, say("passwordLength")),
  /** A page of ours only, or the sign-in would lead people anywhere. */
  next: z
    .string()
    .regex(/^\/admin(\/[\w-]+)*$/)
    .catch("/admin"),
});

export const changePasswordSchema = z.object({
  currentPassword: z.string().min(1, say("passwordMissing")).max(PASSWORD_MAX, say("passwordLength")),
  newPassword,
});

export const addMemberSchema = z.object({
  name: z.string().trim().min(1, say("nameMissing")).max(NAME_MAX, say("tooLong")),
  email,
  role: z.enum(STAFF_ROLES, say("roleMissing")),
});

export const changeRoleSchema = z.object({ staffId: z.string().min(1), role: z.enum(STAFF_ROLES, say("roleMissing")) });

export const memberSchema = z.object({ staffId: z.string().min(1) });
