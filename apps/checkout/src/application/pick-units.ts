import type { Outcome } from '@reprise/kernel';
import { isRejection, reject } from '@reprise/kernel';
import type { OrderRejection } from '../domain/check-order.js';
import type { LinePieces } from '../domain/goods.js';
import type { NamedUnit } from '../domain/unit-identity.js';
import { readUnit } from '../domain/unit-identity.js';
import type { SentUnit } from './goods-ports.js';

/** Which devices came back: all that are out for a line, or those named when only some of a line's pieces did. */
export function pickUnits(
  lines: readonly LinePieces[],
  withBuyer: readonly SentUnit[],
  named: readonly NamedUnit[] | undefined,
): Outcome<SentUnit[], OrderRejection> {
  const candidates = withBuyer.filter(({ lineId }) => lines.some((line) => line.lineId === lineId));
  const picked = named === undefined ? candidates : findAll(candidates, named);
  if (isRejection(picked)) return picked;
  for (const { lineId, quantity } of lines) {
    const out = candidates.some((unit) => unit.lineId === lineId);
    if (out && picked.filter((unit) => unit.lineId === lineId).length !== quantity) {
      return reject('UnitIdentityMissing', `Name the ${quantity} devices of line ${lineId} that came back.`, {
        field: 'units',
      });
    }
  }
  return picked;
}

function findAll(candidates: readonly SentUnit[], named: readonly NamedUnit[]): Outcome<SentUnit[], OrderRejection> {
  const found = new Set<SentUnit>();
  for (const [i, each] of named.entries()) {
    const unit = readUnit(each, `units[${i}]`);
    if (isRejection(unit)) return unit;
    const match = candidates.find(({ imei, serial }) =>
      unit.imei === undefined ? serial !== undefined && serial === unit.serial : imei === unit.imei,
    );
    if (!match)
      return reject('UnitIdentityInvalid', 'This device was not sent for these lines.', { field: `units[${i}]` });
    found.add(match);
  }
  return [...found];
}
