import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { call, credentials, eventually } from './api.js';
import { Reader } from './browser.js';
import { findOffer, order, quote } from './buy.js';

const url = process.env['E2E_CONSOLE'] ?? '';
const built = fileURLToPath(new URL('../apps/console/dist', import.meta.url));
let reader: Reader;

/** A market no other journey shops in. */
const market = 'at';

beforeAll(async () => {
  reader = await Reader.open({ locale: 'en-GB', colorScheme: 'light' });
}, 60_000);
afterAll(() => reader.close());

/** By keyboard alone: the field has the focus, Enter sends. */
async function signIn(token: string): Promise<void> {
  const { page } = reader;
  await page.goto(`${url}/`);
  await page.getByLabel('Access token', { exact: true }).waitFor();
  await page.keyboard.type(token);
  await page.keyboard.press('Enter');
}

describe('an operator', () => {
  test('is shown nothing without a session, and a token that is none is refused in words', async () => {
    await signIn('not-a-token');
    const alert = reader.page.getByRole('alert');
    await alert.waitFor();
    expect(await alert.textContent()).toContain('The token is not valid here.');
    expect(await reader.page.getByRole('navigation').count()).toBe(0);
    expect(await reader.seriousFaults()).toEqual([]);
    await reader.show('sign-in');
  });

  test('signs in, and no script can read the session', async () => {
    await signIn(credentials.ops);
    await reader.page.getByRole('heading', { level: 1, name: 'Markets' }).waitFor();
    await reader.page.getByRole('button', { name: /AT ·/ }).waitFor();
    expect(await reader.page.evaluate('document.cookie')).toBe('');
    expect(await reader.page.evaluate('JSON.stringify(localStorage)')).not.toContain(credentials.ops.slice(0, 20));
    // Finance's pages are for finance.
    expect(await reader.page.getByRole('link', { name: 'Sales' }).count()).toBe(0);
  });

  test('sees the markets of both regions, sorts them, and the order is in the address', async () => {
    const { page } = reader;
    await page.getByRole('button', { name: 'Region' }).press('Enter');
    await page.waitForURL('**/markets?sort=region');
    await page.getByRole('button', { name: 'Region' }).press('Enter');
    await page.waitForURL('**/markets?sort=-region');
    const first = page.getByRole('row').nth(1);
    expect(await first.textContent()).toContain('US');
    expect(await page.locator('th[aria-sort=descending]').textContent()).toBe('Region');
  });

  test('opens a market with the keyboard and comes back to the same list', async () => {
    const { page } = reader;
    await page.getByRole('button', { name: /US ·/ }).focus();
    await page.keyboard.press('j');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('k');
    await page.keyboard.press('k');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: /^US ·/ }).waitFor();
    await reader.show('market-overview');
    await page.goBack();
    await page.waitForURL('**/markets?sort=-region');
  });

  test('suspends a market: not without a reason and its code, and buyers are shut out at once', async () => {
    const { page } = reader;
    await page.goto(`${url}/markets/${market}`);
    await page.getByRole('button', { name: 'Suspend' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Why').fill('A drill of the console');
    await dialog.getByRole('button', { name: 'Suspend' }).click();
    await dialog.getByText('This has to be AT.').waitFor();
    expect(await reader.seriousFaults()).toEqual([]);
    await reader.show('confirm');
    expect((await call('eu', 'GET', `/v1/markets/${market}/products`)).status).toBe(200);

    await dialog.getByLabel(`Type ${market.toUpperCase()} to confirm`).fill(market.toUpperCase());
    await dialog.getByRole('button', { name: 'Suspend' }).click();
    await page.getByText('AT is now suspended').waitFor();
    const refused = await eventually(
      () => call('eu', 'GET', `/v1/markets/${market}/products`),
      ({ status }) => status !== 200,
    );
    expect(refused.body.code).toBe('MarketNotLive');
  });

  test('opens it again, and both moves stand in the versions and the audit log with who and why', async () => {
    const { page } = reader;
    await page.getByRole('button', { name: 'Go live' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Why').fill('The drill is over');
    await dialog.getByLabel(/^Accept the warnings/).check();
    await dialog.getByLabel(`Type ${market.toUpperCase()} to confirm`).fill(market.toUpperCase());
    await dialog.getByRole('button', { name: 'Go live' }).click();
    await page.getByText('AT is now live').waitFor();
    await eventually(
      () => call('eu', 'GET', `/v1/markets/${market}/products`),
      ({ status }) => status === 200,
    );

    await page.getByRole('tab', { name: 'Versions' }).click();
    await page.getByRole('row').filter({ hasText: 'The drill is over' }).filter({ hasText: 'demo-operator' }).waitFor();
    await reader.show('market-versions');
    await page.goto(`${url}/audit?entity=market:${market}`);
    await page.getByRole('row').filter({ hasText: 'A drill of the console' }).waitFor();
    await page.getByRole('row').filter({ hasText: 'The drill is over' }).getByRole('button').click();
    await page.getByRole('dialog').getByText('suspended').first().waitFor();
    await reader.show('audit-entry');
  });

  test('sees what a colleague does as it happens, and still does where no stream gets through', async () => {
    const { page } = reader;
    const move = async (to: string, reason: string) => {
      const path = `/v1/ops/markets/${market}/transitions`;
      const body = { to, reason, acceptWarnings: true };
      const { status } = await call('eu', 'POST', path, { token: credentials.ops, body });
      expect(status).toBe(200);
    };
    const rowOf = (state: string) =>
      page
        .getByRole('row')
        .filter({ hasText: `${market.toUpperCase()} ·` })
        .filter({ hasText: state });
    await page.goto(`${url}/markets`);
    await page.getByRole('img', { name: /^EU tells what changes/ }).waitFor();
    await rowOf('live').waitFor();
    await move('suspended', 'A colleague at work');
    // Asked for by itself it would come after a minute.
    await rowOf('suspended').waitFor({ timeout: 5_000 });
    await page.route('**/v1/ops/events', (route) => route.abort());
    await page.reload();
    await rowOf('suspended').waitFor();
    await page.getByRole('img', { name: 'EU answers' }).waitFor();
    await move('live', 'The colleague is done');
    await rowOf('live').waitFor({ timeout: 25_000 });
    await page.unroute('**/v1/ops/events');
  }, 60_000);

  test('reads what keeps a market from opening, down to the single thing', async () => {
    const { page } = reader;
    const { body: report } = await call('eu', 'GET', `/v1/ops/markets/${market}/readiness`, { token: credentials.ops });
    await page.goto(`${url}/markets/${market}?tab=readiness`);
    const prices = page.getByRole('row').filter({ hasText: 'Offers that can be delivered have a price in the market' });
    await prices.waitFor();
    const { failing, total } = report.checks.find(({ check }: { check: string }) => check === 'prices');
    expect(await prices.textContent()).toContain(`${failing} / ${total}`);
    await reader.show('readiness');
    await prices.getByRole('button').press('Enter');
    await page.waitForURL(`**/markets/${market}?tab=readiness&check=prices`);
    const items = page.getByRole('dialog');
    await items.getByRole('row').nth(1).or(items.getByText('Nothing fails this check.')).first().waitFor();
    await reader.show('readiness-items');
    await page.keyboard.press('Escape');
    await page.waitForURL(`**/markets/${market}?tab=readiness`);
  });

  test('follows the launch of a market step by step, and looks at its shop beside an open one', async () => {
    const { page } = reader;
    await page.goto(`${url}/markets/${market}?tab=launch`);
    await page.getByRole('heading', { level: 2, name: 'Sellers and stock' }).waitFor();
    await reader.show('launch');
    await page.getByRole('link', { name: 'Look at it beside a live market' }).click();
    await page.getByRole('columnheader', { name: 'Price in AT' }).waitFor();
    await page.getByRole('row').nth(1).waitFor();
    await reader.show('preview');
    expect(await reader.seriousFaults()).toEqual([]);
  });

  test('proposes prices from another market, leaves one out, edits one, and approves: offers then have these prices', async () => {
    const { page } = reader;
    const path = '/v1/ops/price-proposals?market=pl';
    const newest = async () => (await call('eu', 'GET', path, { token: credentials.ops })).body.items[0];
    await page.goto(`${url}/markets/pl?tab=prices`);
    await page.getByRole('button', { name: 'Propose prices' }).click();
    const asked = page.getByRole('dialog');
    await asked.getByLabel('From market').click();
    await page.getByRole('option', { name: /^FR ·/ }).click();
    await asked.getByLabel('Day of the rates').fill('2026-10-30');
    await asked.getByLabel('Margin').fill('3');
    await asked.getByLabel('Why').fill('A drill of price seeding');
    await asked.getByRole('button', { name: 'Propose prices' }).click();
    await page.getByRole('heading', { level: 1, name: 'Prices for PL from FR' }).waitFor();
    await page.getByRole('heading', { level: 2, name: /of their reference$/ }).waitFor({ timeout: 30_000 });
    await reader.show('proposal');
    expect(await reader.seriousFaults()).toEqual([]);
    const before = await newest();
    expect(before).toMatchObject({ status: 'review', marginPpm: 30_000, fromMarket: 'fr' });

    await page
      .getByRole('row', { name: /DEMO-|E2E-/ })
      .first()
      .getByRole('button')
      .press('Enter');
    await page.getByRole('dialog').getByRole('button', { name: 'leave out' }).waitFor();
    await reader.show('proposal-row');
    await page.getByRole('dialog').getByRole('button', { name: 'leave out' }).click();
    await page.getByText('1 row changed').waitFor();
    const { counts } = await eventually(newest, (found) => found.counts.excluded === 1);
    expect(counts.all).toBe(before.counts.all);
    await page.getByRole('button', { name: /^left out/ }).click();
    await page.waitForURL('**/proposals/**?only=excluded');
    await page.getByText('1 row answers').waitFor();

    if (counts.toApply === 0) {
      await page.getByRole('button', { name: 'Discard' }).click();
    } else {
      await page.getByRole('button', { name: 'Approve' }).click();
    }
    const decide = page.getByRole('dialog');
    await decide.getByLabel('Why').fill('Looked at in a drill');
    await reader.show('proposal-decide');
    if (counts.toApply > 0) {
      await decide.getByLabel('Type PL to confirm').fill('PL');
      const below = decide.getByRole('checkbox');
      if ((await below.count()) > 0) await below.check();
    }
    await decide.getByRole('button', { name: counts.toApply > 0 ? 'Approve' : 'Discard' }).click();
    const end = await eventually(newest, ({ status }) => status === 'applied' || status === 'discarded', 60_000);
    expect(end.decision.why).toBe('Looked at in a drill');
    expect(end.counts.applied + end.counts.skipped).toBe(counts.toApply);
  }, 120_000);

  test('reads what a language lacks', async () => {
    const { page } = reader;
    await page.goto(`${url}/translations?locale=fr-FR`);
    await page.getByRole('heading', { level: 2, name: 'Missing texts' }).waitFor();
    await page.getByText(/^Looked for along fr-FR/).waitFor();
    expect(await page.getByRole('link', { name: 'Texts to translate, as CSV' }).getAttribute('href')).toContain(
      '/v1/ops/translations/export?locale=fr-FR',
    );
  });

  test('suspends a seller and opens them again, each with a reason', async () => {
    const { page } = reader;
    const { body: list } = await call('eu', 'GET', '/v1/ops/sellers?limit=1', { token: credentials.ops });
    const [{ name, sellerId }] = list.items;
    const state = () => call('eu', 'GET', `/v1/ops/sellers/${sellerId}`, { token: credentials.ops });
    await page.goto(`${url}/sellers?sort=name`);
    await page.getByRole('button', { name }).first().click();
    await page.getByRole('heading', { level: 1, name }).waitFor();
    for (const [verb, reached] of [
      ['Suspend', 'suspended'],
      ['Open', 'active'],
    ] as const) {
      await page.getByRole('button', { name: verb, exact: true }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('Why').fill('A drill of the console');
      if (verb === 'Suspend') await dialog.getByLabel(`Type ${name} to confirm`).fill(name);
      await dialog.getByRole('button', { name: verb, exact: true }).click();
      await page.getByText(`${name} is now ${reached}`).waitFor();
      expect((await state()).body.status).toBe(reached);
    }
    await reader.show('seller');
    expect(await reader.seriousFaults()).toEqual([]);
  });

  test('compares two markets, by consequence', async () => {
    const { page } = reader;
    await page.goto(`${url}/markets/fr?tab=compare&against=de`);
    await page.getByRole('heading', { level: 2, name: 'Consumer law' }).waitFor();
    await reader.show('compare');
  });

  test('finds who wins the buy box of a product, and why its price is what it is', async () => {
    const { page } = reader;
    await page.goto(`${url}/buy-box?market=fr`);
    await page.getByLabel('Find a product').fill('iphone 13');
    await page.getByRole('button', { name: 'Apple iPhone 13', exact: true }).click();
    await page.getByText('1 · wins').waitFor();
    await reader.show('buy-box');
    await page
      .getByRole('link', { name: /^Explain the price of/ })
      .first()
      .click();
    await page.getByRole('heading', { level: 2, name: 'Steps' }).waitFor();
    await page.getByText('can be bought').waitFor();
    await reader.show('explain');
  });

  test('goes anywhere with the palette, and takes a call along as curl', async () => {
    const { page } = reader;
    await page.keyboard.press('Control+k');
    await page.getByPlaceholder('Where to?').fill('dead');
    await page.locator('.mantine-Spotlight-action[data-selected]', { hasText: 'Dead letters' }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Dead letters' }).waitFor();
    await page.goto(`${url}/markets/fr`);
    await page.getByRole('button', { name: 'Copy as' }).click();
    await page.getByRole('menuitem', { name: 'curl' }).click();
    await page.getByText('Copied').waitFor();
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe(
      `curl '${url}/api/eu/v1/ops/markets/fr' -H "Authorization: Bearer $REPRISE_TOKEN"`,
    );
  });
});

describe('finance', () => {
  test('sees what was sold, by market', async () => {
    const { offerId } = await findOffer('fr');
    const { body: quoted } = await quote('fr', [{ offerId, quantity: 1 }]);
    const { body: placed } = await order('fr', quoted.token);
    await eventually(
      () => call('eu', 'GET', '/v1/finance/sales?limit=5', { token: credentials.finance }),
      ({ body }) => body.items.some(({ sale }: { sale: { orderId: string } }) => sale.orderId === placed.id),
    );
    const { page } = reader;
    await page.getByRole('button', { name: 'demo-operator' }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await page.getByLabel('Access token', { exact: true }).waitFor();
    await signIn(credentials.finance);
    await page.getByRole('link', { name: 'Sales' }).click();
    await page.getByRole('heading', { level: 2, name: /sells most/ }).waitFor();
    await page.getByText(`${String(placed.id).slice(0, 8)}…`).waitFor();
    await reader.show('sales');
    expect(await page.getByRole('link', { name: 'Dead letters' }).count()).toBe(0);
    await page.getByRole('link', { name: 'Trial balance' }).click();
    await page.getByRole('status').getByText('balanced').waitFor();
    await eventually(
      () => call('eu', 'GET', '/v1/finance/trial-balance', { token: credentials.finance }),
      ({ body }) => body.rows.length > 0,
    );
    await page.reload();
    await page.getByRole('row').nth(1).getByRole('button').press('Enter');
    await page.waitForURL('**/ledger?**account=**');
    await page.getByRole('row').nth(1).getByRole('link', { name: /…$/ }).first().click();
    await page.waitForURL('**/ledger?orderId=**');
    await reader.show('ledger-of-order');
  });
});

describe('every screen', () => {
  const screens = {
    ops: {
      markets: '/markets',
      market: '/markets/fr',
      launch: '/markets/fr?tab=launch',
      prices: '/markets/fr?tab=prices',
      preview: '/markets/fr?tab=preview&against=de',
      translations: '/translations?locale=fr-FR',
      readiness: '/markets/fr?tab=readiness',
      versions: '/markets/fr?tab=versions',
      compare: '/markets/fr?tab=compare&against=de',
      explain: '/explain',
      'buy-box': '/buy-box?market=fr',
      sellers: '/sellers',
      'dead-letters': '/dead-letters',
      audit: '/audit?entity=market:*',
    },
    finance: { sales: '/sales', 'trial-balance': '/trial-balance', ledger: '/ledger' },
  } as const;

  test.each([
    { locale: 'en-GB', colorScheme: 'light' },
    { locale: 'fr-FR', colorScheme: 'dark' },
  ] as const)(
    'has no serious fault for a reader of $locale in the $colorScheme',
    async (options) => {
      const one = await Reader.open(options);
      try {
        const faults: string[] = [];
        for (const [role, paths] of Object.entries(screens)) {
          await one.page.request.delete(`${url}/api/eu/v1/session`);
          for (const region of ['eu', 'us'])
            await one.page.request.post(`${url}/api/${region}/v1/session`, {
              data: { token: credentials[role as keyof typeof screens] },
            });
          for (const [name, path] of Object.entries(paths)) {
            await one.page.goto(url + path);
            await one.page.getByRole('heading', { level: 1 }).waitFor();
            await one.page.waitForLoadState('networkidle');
            await one.show(`${name}.${options.locale.slice(0, 2)}.${options.colorScheme}`);
            faults.push(...(await one.seriousFaults()).map((fault) => `${path} ${fault}`));
          }
        }
        expect(faults).toEqual([]);
        expect(await one.page.getAttribute('html', 'lang')).toBe(options.locale.slice(0, 2));
        expect(one.complaints).toEqual([]);
      } finally {
        await one.close();
      }
    },
    180_000,
  );
});

test('the build keeps its budget', () => {
  const manifest = JSON.parse(readFileSync(join(built, '.vite/manifest.json'), 'utf8')) as Record<
    string,
    { file: string; css?: string[]; imports?: string[]; isEntry?: boolean; isDynamicEntry?: boolean; src?: string }
  >;
  const packedKb = (file: string) => gzipSync(readFileSync(join(built, file)), { level: 9 }).length / 1_024;
  const withImports = (key: string, found = new Set<string>()): Set<string> => {
    if (found.has(key)) return found;
    found.add(key);
    for (const each of manifest[key]?.imports ?? []) withImports(each, found);
    return found;
  };
  const entry = withImports('index.html');
  const entryKb = [...entry].reduce((sum, key) => sum + packedKb(manifest[key]?.file ?? ''), 0);
  const cssKb = [...entry].flatMap((key) => manifest[key]?.css ?? []).reduce((sum, file) => sum + packedKb(file), 0);
  expect(entryKb).toBeLessThan(250);
  expect(cssKb).toBeLessThan(30);
  for (const [key, { file, isDynamicEntry, src = '' }] of Object.entries(manifest)) {
    if (!isDynamicEntry || entry.has(key)) continue;
    expect([src, packedKb(file) < (src.endsWith('sales-chart.tsx') ? 120 : 35)]).toEqual([src, true]);
  }
});
