import { FOOTER_ROLES, OWNERSHIP_STATEMENTS, type FooterRole, type Profile, type Statement } from "./disclosures";
import type { SettingKey, Settings } from "./schema";

/** The words of a setting, by the name of their field in its form. */
export type SettingTexts = Record<string, string>;

export function textsOfSetting(settings: Settings, key: SettingKey): SettingTexts {
  switch (key) {
    case "crisisNumbers":
      return Object.fromEntries(
        settings.crisisNumbers.value.flatMap(({ number, tty = "" }, at) => [
          [`crisisNumbers.${at}.number`, number],
          [`crisisNumbers.${at}.tty`, tty],
        ]),
      );
    case "teamContact": {
      const { email, phone, answersWithin } = settings.teamContact.value;
      return { email: email ?? "", phone: phone ?? "", answersWithin: answersWithin ?? "" };
    }
    case "footerCredits":
      return settings.footerCredits.value;
    case "profiles":
      return Object.assign({}, ...FOOTER_ROLES.map((role) => profileTexts(role, profileOf(settings, role))));
    case "ownership": {
      const { legalName, ...statements } = settings.ownership.value;
      const texts = OWNERSHIP_STATEMENTS.map((name) => statementTexts(name, statements[name]));
      return Object.assign({ legalName: legalName ?? "" }, ...texts);
    }
  }
}

/** What the person named in the footer says of themselves; null when it is about somebody who was named before. */
export function profileOf({ footerCredits, profiles }: Pick<Settings, "footerCredits" | "profiles">, role: FooterRole) {
  const profile = profiles.value[role];
  return profile?.name === footerCredits.value[role] ? profile : null;
}

function profileTexts(role: FooterRole, profile: Profile | null): SettingTexts {
  return {
    ...statementTexts(`${role}.biography`, profile?.biography ?? null),
    [`${role}.email`]: profile?.email ?? "",
    [`${role}.url`]: profile?.url ?? "",
    ...statementTexts(`${role}.interests`, profile?.interests ?? null),
  };
}

function statementTexts(name: string, statement: Statement): SettingTexts {
  return { [`${name}En`]: statement?.en ?? "", [`${name}Es`]: statement?.es ?? "" };
}

/** Whether anything is stated: what nobody has filled in has no day on which it was checked. */
export function isStated(settings: Settings, key: SettingKey): boolean {
  return Object.values(textsOfSetting(settings, key)).some((text) => text !== "");
}
