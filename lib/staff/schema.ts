import { z } from "@/lib/shared/zod";
import { STAFF_ROLES, type AdminError } from "./types";

/** Long enough against guessing, without rules about characters; the upper bound keeps hashing cheap. */
export const MIN_PASSWORD_LENGTH = 12;
export const MAX_PASSWORD_LENGTH = 128;

/** Long enough for every name; stops a pasted page. */
const MAX_NAME_LENGTH = 120;

const say = (error: AdminError) => error;

const email = z
  .string()
  .trim()
  .toLowerCase()
  .pipe(z.email(say("emailFormat")));
const newPassword = z
  .string()
  .min(MIN_PASSWORD_LENGTH, say("passwordLength"))
  .max(MAX_PASSWORD_LENGTH, say("passwordLength"));

export const signInSchema = z.object({
  email,
  password: z.string().min(1, say("passwordMissing")).max(MAX_PASSWORD_LENGTH, say("passwordLength")),
  /** A page of ours only; otherwise the sign-in could redirect to any site. */
  next: z
    .string()
    .regex(/^\/admin(\/[\w-]+)*$/)
    .catch("/admin"),
});

export const changePasswordSchema = z.object({
  currentPassword: z.string().min(1, say("passwordMissing")).max(MAX_PASSWORD_LENGTH, say("passwordLength")),
  newPassword,
});

export const addMemberSchema = z.object({
  name: z.string().trim().min(1, say("nameMissing")).max(MAX_NAME_LENGTH, say("tooLong")),
  email,
  role: z.enum(STAFF_ROLES, say("roleMissing")),
});

export const changeRoleSchema = z.object({ staffId: z.string().min(1), role: z.enum(STAFF_ROLES, say("roleMissing")) });

/** A moment to the millisecond, as the page showed it. */
export const triesReadSchema = z.object({ until: z.iso.datetime().transform((text) => new Date(text)) });

export const memberSchema = z.object({ staffId: z.string().min(1) });
