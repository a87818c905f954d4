import type en from "@/messages/en";
import type { Locale } from "@/lib/shared/i18n";

declare module "use-intl" {
  interface AppConfig {
    Locale: Locale;
    Messages: typeof en;
  }
}
