import type { Rejection } from '@reprise/kernel';
import { refusedCharacterIn, reject } from '@reprise/kernel';

/** Refuses the first text of a product, wherever it stands in it, that holds a character no text has. */
export function checkCharacters(product: object): Rejection<'CharacterRefused'> | undefined {
  for (const [field, text] of textsIn(product, '')) {
    const code = refusedCharacterIn(text);
    if (code !== undefined) return reject('CharacterRefused', `The text holds ${code}, which no text has.`, { field });
  }
  return undefined;
}

function* textsIn(node: unknown, path: string): Generator<readonly [path: string, text: string]> {
  if (typeof node === 'string') yield [path, node];
  else if (Array.isArray(node)) for (const [at, each] of node.entries()) yield* textsIn(each, `${path}[${at}]`);
  else if (typeof node === 'object' && node !== null)
    for (const [key, value] of Object.entries(node)) yield* textsIn(value, path === '' ? key : `${path}.${key}`);
}
