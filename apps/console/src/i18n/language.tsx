import { createContext, useContext, useEffect, useState } from 'react';
import type { PropsWithChildren } from 'react';
import { IntlProvider, useIntl } from 'react-intl';
import type { MessageFormatElement } from 'react-intl';
import type texts from './en.json';

export const languages = ['en', 'fr'] as const;
export type LanguageCode = (typeof languages)[number];
export type TextId = keyof typeof texts;
export type TextValues = Readonly<Record<string, string | number>>;

type Messages = Record<string, MessageFormatElement[]>;

/** Loaded when asked for. The build turns each text into its parsed form, see compile-messages.ts. */
const catalogues: Readonly<Record<LanguageCode, () => Promise<{ readonly default: unknown }>>> = {
  en: () => import('./en.json'),
  fr: () => import('./fr.json'),
};

const storageKey = 'console-language';
const Chosen = createContext<{ language: LanguageCode; choose: (language: LanguageCode) => void } | undefined>(
  undefined,
);

/** Everything below speaks the chosen language; a change shows at once, without a reload. */
export function Language({ children }: PropsWithChildren) {
  const [language, choose] = useState<LanguageCode>(firstChoice);
  const [spoken, setSpoken] = useState<{ language: LanguageCode; messages: Messages }>();
  useEffect(() => {
    let wanted = true;
    void catalogues[language]().then(({ default: messages }) => {
      if (wanted) setSpoken({ language, messages: messages as Messages });
    });
    return () => {
      wanted = false;
    };
  }, [language]);
  useEffect(() => {
    document.documentElement.lang = language;
    localStorage.setItem(storageKey, language);
  }, [language]);
  if (spoken === undefined) return null;
  return (
    <Chosen value={{ language, choose }}>
      <IntlProvider locale={spoken.language} messages={spoken.messages}>
        {children}
      </IntlProvider>
    </Chosen>
  );
}

export function useLanguage() {
  const chosen = useContext(Chosen);
  if (chosen === undefined) throw new Error('no language above this component');
  return chosen;
}

/** Says a text of the catalogue. */
export function useText(): (id: TextId, values?: TextValues) => string {
  const intl = useIntl();
  return (id, values) => intl.formatMessage({ id }, values);
}

/** Words for a code of the API; a code nobody worded yet is shown as it is, not as a blank. */
export function useWords(): (group: string, code: string) => string {
  const intl = useIntl();
  return (group, code) => {
    const id = `${group}.${code}`;
    return id in intl.messages ? intl.formatMessage({ id }) : code;
  };
}

/** What was chosen before, else the first language of the browser that we speak. */
function firstChoice(): LanguageCode {
  const wishes = [localStorage.getItem(storageKey), ...navigator.languages.map((tag) => tag.split('-')[0])];
  return wishes.flatMap((wish) => languages.filter((known) => known === wish))[0] ?? 'en';
}
