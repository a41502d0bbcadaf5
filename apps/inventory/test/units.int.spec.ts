import type { OfferId, SellerId } from '@reprise/kernel';
import { isRejection, luhnCheckDigit, mustBeLocalDay, newId } from '@reprise/kernel';
import type { Database } from '@reprise/platform/persistence';
import { createTestDatabase } from '@reprise/platform/testing';
import { ImportUnits } from '../src/application/import-units.js';
import { MoveUnit } from '../src/application/move-unit.js';
import { ReadUnits } from '../src/application/read-units.js';
import type { Registration } from '../src/application/register-units.js';
import { RegisterUnits } from '../src/application/register-units.js';
import { TakeOffers } from '../src/application/take-offers.js';
import type { UnitStatement } from '../src/domain/read-unit-statement.js';
import type { Unit } from '../src/domain/unit.js';
import { inventoryMigrations } from '../src/outbound/postgres/migrations.js';
import { PostgresStockRoom } from '../src/outbound/postgres/postgres-stock-room.js';
import { statedOffer } from './stated-offer.js';

let database: Database;
let drop: () => Promise<void>;
let room: PostgresStockRoom;
let register: RegisterUnits;

beforeAll(async () => {
  const test = await createTestDatabase({ migrations: inventoryMigrations });
  database = test.database;
  drop = () => test.drop();
  room = new PostgresStockRoom(database);
  register = new RegisterUnits(room, () => mustBeLocalDay('2026-11-24'));
});
afterAll(() => drop());

let made = 0;
/** An IMEI nobody has had yet. */
function freshImei(): string {
  made += 1;
  const body = `35891234${String(made).padStart(6, '0')}`;
  return body + luhnCheckDigit(body);
}

const checks = { wipeCertificateRef: 'W-1', blacklist: 'clear', accountLock: 'off', deviceManagement: 'off' } as const;
function statement(about: Partial<UnitStatement> = {}): UnitStatement {
  return {
    sku: 'SKU-1',
    imei: freshImei(),
    grade: 'EXCELLENT',
    unitCost: { amount: '220.00', currency: 'EUR' },
    acquisition: { supplierKind: 'private', documentRef: 'PO-1', acquiredAt: '2026-10-03', country: 'FR' },
    status: 'received',
    ...about,
  };
}

async function registered(sellerId: SellerId, about: Partial<UnitStatement> = {}): Promise<Unit> {
  const [outcome] = await register.run(sellerId, [statement(about)]);
  if (outcome === undefined || isRejection(outcome)) throw new Error(JSON.stringify(outcome));
  return outcome.unit;
}
const facts = async (unit: Unit) => {
  const rows = await database.query<{ data: Record<string, unknown> }>(
    "SELECT envelope->'data' AS data FROM outbox WHERE topic = 'inventory.unit' AND key = $1 ORDER BY id",
    [unit.unitId],
  );
  return rows.map(({ data }) => data);
};
const sell = (unit: Unit) =>
  database.query("UPDATE unit SET status = 'sold', order_id = $2 WHERE id = $1", [unit.unitId, newId()]);
const codeOf = (outcome: Registration | undefined) =>
  outcome !== undefined && isRejection(outcome) ? outcome.code : outcome?.change;

test('a unit is told to others with what it cost and how it was bought, and without its IMEI', async () => {
  const unit = await registered(newId(), { imei2: freshImei() });
  const [fact, ...more] = await facts(unit);
  expect(more).toEqual([]);
  expect(fact).toEqual({
    ...{
      unitId: unit.unitId,
      version: 1,
      sellerId: unit.sellerId,
      sku: 'SKU-1',
      grade: 'EXCELLENT',
      status: 'received',
    },
    acquisition: {
      ...{ supplierKind: 'private', vatScheme: 'MARGINAL', cost: { amount: '220.00', currency: 'EUR' } },
      ...{ acquiredAt: '2026-10-03', country: 'FR', documentRef: 'PO-1' },
    },
  });
  expect(JSON.stringify(fact)).not.toContain(unit.imei);
});

test('stated twenty times at once it is one unit, created once', async () => {
  const sellerId = newId<SellerId>();
  const stated = statement();
  const outcomes = (await Promise.all(Array.from({ length: 20 }, () => register.run(sellerId, [stated])))).flat();
  expect(outcomes.map(codeOf).sort()).toEqual(['created', ...Array.from({ length: 19 }, () => 'unchanged')]);
  expect(new Set(outcomes.map((each) => (isRejection(each) ? each.code : each.unit.unitId))).size).toBe(1);
});

test('a device nobody has sold yet is not registered twice, by whichever of its IMEIs and whichever seller', async () => {
  const [imei, imei2] = [freshImei(), freshImei()];
  await registered(newId(), { imei, imei2 });
  const [swapped] = await register.run(newId(), [statement({ imei: imei2 })]);
  expect(swapped).toMatchObject({ code: 'UnitIdentityActive' });
  const left = await database.query('SELECT FROM unit_identity WHERE value = ANY($1)', [[imei, imei2]]);
  expect(left).toHaveLength(2);
});

test('one IMEI of two being taken leaves nothing of the unit, and the other is free', async () => {
  const taken = freshImei();
  const other = freshImei();
  await registered(newId(), { imei: taken });
  const [refused] = await register.run(newId(), [statement({ imei: other, imei2: taken })]);
  expect(codeOf(refused)).toBe('UnitIdentityActive');
  expect(codeOf((await register.run(newId(), [statement({ imei: other })]))[0])).toBe('created');
});

test('a device that was sold is bought again as a new unit with its own purchase', async () => {
  const sellerId = newId<SellerId>();
  const imei = freshImei();
  const first = await registered(sellerId, { imei });
  await sell(first);
  const bought = { ...statement().acquisition, documentRef: 'PO-2' };
  const again = await registered(sellerId, {
    imei,
    acquisition: bought,
    unitCost: { amount: '180.00', currency: 'EUR' },
  });
  expect(again.unitId).not.toBe(first.unitId);
  expect([first.acquisitionCycle, again.acquisitionCycle]).toEqual([1, 2]);
  await expect(database.query("UPDATE unit SET status = 'returned' WHERE id = $1", [first.unitId])).rejects.toThrow(
    'unit_identity_active',
  );
});

test('a purchase repeated after its unit was sold answers that unit and makes none', async () => {
  const sellerId = newId<SellerId>();
  const stated = statement();
  const [created] = await register.run(sellerId, [stated]);
  if (created === undefined || isRejection(created)) throw new Error('not created');
  await sell(created.unit);
  const [again] = await register.run(sellerId, [stated]);
  expect(again).toMatchObject({ change: 'unchanged', unit: { unitId: created.unit.unitId, status: 'sold' } });
});

test('a purchase stated with another cost is refused and changes nothing', async () => {
  const sellerId = newId<SellerId>();
  const unit = await registered(sellerId);
  const dearer = statement({ imei: unit.imei, unitCost: { amount: '260.00', currency: 'EUR' } });
  expect((await register.run(sellerId, [dearer]))[0]).toMatchObject({
    code: 'UnitAlreadyRegistered',
    field: 'unitCost',
  });
  await expect(database.query('UPDATE unit SET cost_minor = 1 WHERE id = $1', [unit.unitId])).rejects.toThrow(
    'never changes',
  );
});

test('a unit that came before its offer learns it and says so, once', async () => {
  const sellerId = newId<SellerId>();
  const unit = await registered(sellerId, { sku: 'EARLY' });
  const offer = statedOffer({ offerId: newId<OfferId>(), sellerId, sku: 'EARLY' });
  for (const version of [1, 2])
    await room.transact((tx) => new TakeOffers().run(tx, [{ ...offer, version, quantityVersion: 1 }]));
  const said = await facts(unit);
  expect(said.map(({ version, offerId }) => [version, offerId])).toEqual([
    [1, undefined],
    [2, offer.offerId],
  ]);
});

test('a unit goes its way step by step, each with who and why, and is listed only when it may be sold', async () => {
  const sellerId = newId<SellerId>();
  const unit = await registered(sellerId, { sku: 'WAY' });
  const mover = new MoveUnit(room);
  const go = (to: 'tested' | 'listed' | 'scrapped', more = {}) =>
    mover.run(sellerId, unit.unitId, { to, reason: `to ${to}`, ...more });
  expect(await go('listed')).toMatchObject({
    code: 'UnitTransitionNotAllowed',
    details: { allowed: ['tested', 'scrapped'] },
  });
  expect(await go('tested')).toMatchObject({ code: 'UnitNotSellable', field: 'checks.wipeCertificateRef' });
  expect(await go('tested', { checks, batteryHealth: 91 })).toMatchObject({ status: 'tested', batteryHealth: 91 });
  expect(await go('listed')).toMatchObject({ code: 'UnitNotSellable', field: 'sku' });
  const offer = statedOffer({ offerId: newId<OfferId>(), sellerId, sku: 'WAY' });
  await room.transact((tx) => new TakeOffers().run(tx, [offer]));
  expect(await go('listed')).toMatchObject({ status: 'listed', offerId: offer.offerId });
  expect(await go('listed')).toMatchObject({ version: 4 });
  const read = await new ReadUnits(room).one(sellerId, unit.unitId);
  if (isRejection(read)) throw new Error(read.message);
  expect(read.steps.map(({ from, to, by, reason }) => [from, to, by, reason])).toEqual([
    [null, 'received', 'seller', 'registered'],
    ['received', 'tested', 'seller', 'to tested'],
    ['tested', 'listed', 'seller', 'to listed'],
  ]);
  await expect(database.query('DELETE FROM unit_step WHERE unit_id = $1', [unit.unitId])).rejects.toThrow(
    'written once',
  );
  expect(await mover.run(newId(), unit.unitId, { to: 'scrapped', reason: 'not mine' })).toMatchObject({
    code: 'UnitNotFound',
  });
});

test('a stream takes good lines, names bad ones, and a rehearsal of it writes nothing', async () => {
  const sellerId = newId<SellerId>();
  const good = Array.from({ length: 600 }, () => statement({ sku: 'BULK' }));
  async function* lines() {
    for (const [i, value] of good.entries()) yield { line: i + 1, value };
    yield { line: 601, value: statement({ imei: '490154203237517' }) };
    yield { line: 602, errors: [{ field: 'grade', code: 'required', message: 'is required' }] };
  }
  const importer = new ImportUnits(register);
  const dry = await importer.run(sellerId, lines(), { dryRun: true });
  expect(await database.query('SELECT FROM unit WHERE seller_id = $1', [sellerId])).toEqual([]);
  const report = await importer.run(sellerId, lines(), { dryRun: false });
  expect(dry).toEqual(report);
  expect(report).toMatchObject({ received: 602, created: 600, unchanged: 0, rejectedCount: 2 });
  expect(report.rejected.map(({ line, field }) => [line, field]).sort()).toEqual([
    [601, 'imei'],
    [602, 'grade'],
  ]);
  expect(await importer.run(sellerId, lines(), { dryRun: false })).toMatchObject({ created: 0, unchanged: 600 });

  const reader = new ReadUnits(room);
  const seen: string[] = [];
  for (let cursor: Unit['unitId'] | undefined; ;) {
    const page = await reader.page(sellerId, { sku: 'BULK', status: 'received' }, { limit: 250, cursor });
    seen.push(...page.units.map(({ imei = '' }) => imei));
    if (page.nextCursor === null) break;
    cursor = page.nextCursor;
  }
  expect(seen.sort()).toEqual(good.map(({ imei = '' }) => imei).sort());
});
