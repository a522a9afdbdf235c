/** The languages of the interface; Chinese is the first. */
export type Language = 'zh' | 'en';

/** A text in every language of the interface. */
export type Bilingual = Record<Language, string>;
