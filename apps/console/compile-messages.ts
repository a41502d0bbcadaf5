import { parse } from '@formatjs/icu-messageformat-parser';
import type { Plugin } from 'vite';

/** Texts are parsed while building, so that the parser stays out of the page; a text that is no ICU message fails the build. */
export function compileMessages(): Plugin {
  return {
    name: 'compile-messages',
    enforce: 'pre',
    config: () => ({
      resolve: {
        alias: [
          {
            find: /^@formatjs\/icu-messageformat-parser$/,
            replacement: '@formatjs/icu-messageformat-parser/no-parser.js',
          },
        ],
      },
    }),
    transform(code, id) {
      if (!/\/src\/i18n\/[a-z]+\.json$/.test(id)) return undefined;
      const texts = JSON.parse(code) as Record<string, string>;
      const parsed = Object.entries(texts).map(([key, text]) => [key, parse(text, { captureLocation: false })]);
      return { code: JSON.stringify(Object.fromEntries(parsed)), map: null };
    },
  };
}
