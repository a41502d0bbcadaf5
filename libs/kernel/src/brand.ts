declare const brand: unique symbol;

/**
 * A value of `Base` that was checked once, where it entered, and is trusted from there on. Exists only in the types: at run time
 * it is the bare value. Names add up, so a branded value can be branded again (`OfferId` is also a `Uuid`).
 */
export type Brand<Base, Name extends string> = Base & { readonly [brand]: { readonly [name in Name]: true } };
