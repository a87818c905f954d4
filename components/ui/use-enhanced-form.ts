"use client";

import { unstable_isUnrecognizedActionError, unstable_rethrow } from "next/navigation";
import { startTransition, useActionState, useRef, type FormEvent } from "react";
import { useForm, type FieldErrors, type FieldValues, type Resolver } from "react-hook-form";
import type { FormState, Refusal } from "@/lib/shared/form-state";
import { sendAsPage } from "./send-as-page";

interface EnhancedForm<Field extends string, Error extends string, Values extends FieldValues, Shown> {
  action: (
    before: FormState<Field, Error, Values, Shown>,
    form: FormData,
  ) => Promise<FormState<Field, Error, Values, Shown>>;
  /** Those of its action; each issue is an `Error` of one of the `fields`. Loaded once somebody is at the form. */
  loadRules: () => Promise<{ check: Resolver<Values> }>;
  /** What can be missing or wrong, in the order of the form. */
  fields: readonly Field[];
  /** The form as its action reads it. */
  typedValues: (form: FormData) => Values;
}

const UNREACHABLE: Refusal & { status: "failed" } = { status: "failed", code: "unreachable" };

/**
 * A form that is a plain post before the scripts arrive and without them. With them it is checked before it is sent,
 * by the rules of its action, and sent without leaving the page.
 */
export function useEnhancedForm<Field extends string, Error extends string, Values extends FieldValues, Shown>({
  action,
  loadRules,
  fields,
  typedValues,
}: EnhancedForm<Field, Error, Values, Shown>) {
  const ref = useRef<HTMLFormElement>(null);
  // The first is for a plain post, whose answer it finds in the page; the second sends from the browser.
  const [posted, post] = useActionState(action, { status: "idle" });
  const [{ state, isUnreachable }, send, isSending] = useActionState(sendFromBrowser, {
    state: posted,
    isUnreachable: false,
  });
  // No default values: what a person typed before the scripts arrived stays in the fields.
  const { register, handleSubmit, formState } = useForm<Values>({
    // Reads what will be sent, as the action does: the library keeps a part of it, and may have missed what was typed
    // before the scripts arrived.
    resolver: async (_, ...rest) => {
      const values = typedValues(new FormData(ref.current ?? undefined));
      const rules = await loadRules().catch(() => null);
      // Where the connection breaks, the action checks alone, or cannot be reached either, and that is told.
      return rules ? rules.check(values, ...rest) : { values, errors: {} };
    },
    // Errors change on sending only: the summary would take the focus away from somebody who types.
    reValidateMode: "onSubmit",
    shouldFocusError: false,
  });

  /** So that they are there when the form is sent; a second time nothing is loaded. */
  function loadAhead() {
    void loadRules().catch(() => undefined);
  }

  /** A connection that breaks is told like any other refusal; left to the framework, it would take the form away. */
  async function sendFromBrowser({ state: before }: { state: typeof posted }, form: FormData) {
    try {
      return { state: await action(before, form), isUnreachable: false };
    } catch (error) {
      unstable_rethrow(error);
      if (unstable_isUnrecognizedActionError(error)) return sendAsPage(form);
      return { state: before, isUnreachable: true };
    }
  }

  /** Sends by hand what the browser found right: React empties a form that it sends itself. */
  function checkAndSend(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    if (isSending) return;
    void handleSubmit(() => startTransition(() => send(new FormData(form))))(event);
  }

  const found = foundErrors<Field, Error>(fields, formState.errors);
  const answer = found || isSending ? undefined : isUnreachable ? UNREACHABLE : state;
  /** What the browser found, else what the server answered; none while an answer is awaited. */
  const errors: Partial<Record<Field, Error>> = found ?? (answer?.status === "invalid" ? answer.fieldErrors : {});
  return {
    form: { ref, action: post, onSubmit: checkAndSend, noValidate: true, onFocus: loadAhead },
    register,
    errors,
    refusal: answer?.status === "failed" ? answer : undefined,
    /** The form as it last came back from the server; undefined before it was there. */
    sent: state.status === "idle" ? undefined : state,
    isSending,
    /** How often it was to be sent, those times included when the browser found something wrong. */
    attempts: formState.submitCount,
  };
}

/** Undefined when nothing is wrong. */
function foundErrors<Field extends string, Error extends string>(fields: readonly Field[], errors: FieldErrors) {
  const found = fields.flatMap((field) => (errors[field] ? [[field, errors[field].message]] : []));
  return found.length > 0 ? (Object.fromEntries(found) as Partial<Record<Field, Error>>) : undefined;
}
