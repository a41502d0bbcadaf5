type Search = Readonly<Record<string, unknown>>;

/** A part of the address as text. The router reads `?quantity=2` as a number; an address has texts only. */
export function textOf<Name extends string>(search: Search, name: Name): { readonly [key in Name]?: string } {
  const value = search[name];
  if (typeof value !== 'string' && typeof value !== 'number') return {};
  return (value === '' ? {} : { [name]: String(value) }) as { readonly [key in Name]?: string };
}

/** A part of the address that is one of a few words; anything else counts as not said. */
export function isOneOf<Name extends string, Word extends string>(
  search: Search,
  name: Name,
  words: readonly Word[],
): { readonly [key in Name]?: Word } {
  const found = words.find((word) => word === search[name]);
  return (found === undefined ? {} : { [name]: found }) as { readonly [key in Name]?: Word };
}
