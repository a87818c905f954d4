/** How each language writes dates and numbers here: as people in the United States do, in Spanish too (1,000 and 7.4). */
export const LANGUAGE_TAG = { en: "en-US", es: "es-US" } as const;
