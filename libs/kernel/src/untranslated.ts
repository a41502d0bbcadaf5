/** How a text begins that somebody has still to write: whoever starts a language’s file leaves it, and readiness finds it. */
export const UNTRANSLATED = '[to translate]';
