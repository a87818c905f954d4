import type en from "@/messages/en.json";
import type { Locale } from "@/lib/shared/i18n";

declare module "use-intl" {
  interface AppConfig {
    Locale: Locale;
    Messages: typeof en;
  }
}
