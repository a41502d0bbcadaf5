import type { FoundBreak } from './finance-desk.ts';
import type { Planted } from './plant-breaks.ts';

/** A row a kind of break: how many were planted, how many of them were found, and what was found that nobody planted. */
export function renderFindings(planted: readonly Planted[], found: readonly FoundBreak[]): string {
  const kindOf = ({ type, side }: FoundBreak): string => `${type.padEnd(18)} ${side.padEnd(10)}`;
  const nameOf = (each: FoundBreak): string => `${kindOf(each)} ${each.reference}`;
  const [asked, answered] = [new Set(planted.map(nameOf)), new Set(found.map(nameOf))];
  const kinds = [...new Set([...planted, ...found].map(kindOf))].sort();
  const rows = kinds.map((kind) => {
    const right = planted.filter((each) => kindOf(each) === kind && answered.has(nameOf(each))).length;
    const wrong = found.filter((each) => kindOf(each) === kind && !asked.has(nameOf(each))).length;
    const all = planted.filter((each) => kindOf(each) === kind).length;
    return `${kind} ${String(all).padStart(8)} ${String(right).padStart(8)} ${String(wrong).padStart(8)}`;
  });
  const head = `${'break'.padEnd(18)} ${'side'.padEnd(10)} ${'planted'.padStart(8)} ${'found'.padStart(8)} ${'false'.padStart(8)}`;
  const isRight = asked.size === answered.size && [...asked].every((name) => answered.has(name));
  return [head, ...rows, isRight ? 'Everything planted was found, and nothing else.' : 'NOT as planted.'].join('\n');
}
