/** The languages of the screens; Dutch unless the address asks for another. */
export const langs = ['nl', 'en'] as const;
export type Lang = (typeof langs)[number];

/** The same words in every language, side by side, so that none can be forgotten. */
export type Text = Readonly<Record<Lang, string>>;

export const isLang = (text: string | undefined): text is Lang => langs.some((lang) => lang === text);
