import type { UnitStatus } from './unit-words.js';

/** Who moves a unit: its seller, operations, or the order it belongs to. */
export type UnitActor = 'seller' | 'ops' | 'order';

/**
 * The life of a unit. What is not in the table cannot happen. Sold goods that come back are `returned` and go through the test again
 * before anybody can buy them; a unit somebody has bought is moved by its order alone.
 */
export const unitMoves: { readonly [from in UnitStatus]: { readonly [to in UnitStatus]?: readonly UnitActor[] } } = {
  received: { tested: ['seller'], scrapped: ['seller', 'ops'] },
  tested: { received: ['seller'], listed: ['seller'], scrapped: ['seller', 'ops'], sold: ['order'] },
  listed: { tested: ['seller', 'ops'], reserved: ['order'], sold: ['order'], scrapped: ['seller', 'ops'] },
  reserved: { listed: ['order', 'ops'], tested: ['order'], sold: ['order'] },
  sold: { returned: ['order', 'ops'] },
  returned: { tested: ['seller'], scrapped: ['seller', 'ops'] },
  scrapped: {},
};

export function mayMove(from: UnitStatus, to: UnitStatus, actor: UnitActor): boolean {
  return unitMoves[from][to]?.includes(actor) ?? false;
}

/** Statuses a unit may move to from here, for telling whoever asked for another. */
export function movesOpenTo(from: UnitStatus, actor: UnitActor): UnitStatus[] {
  return (Object.keys(unitMoves[from]) as UnitStatus[]).filter((to) => mayMove(from, to, actor));
}

/** Whether the device is still in its seller's hands or on its way back: only then must nobody else have it. */
export function isActive(status: UnitStatus): boolean {
  return status !== 'sold' && status !== 'scrapped';
}

/** The steps a unit that is already so far has taken; each is checked and recorded like one taken alone. */
export function stepsTo(status: 'received' | 'tested' | 'listed'): readonly ('received' | 'tested' | 'listed')[] {
  const all = ['received', 'tested', 'listed'] as const;
  return all.slice(0, all.indexOf(status) + 1);
}
