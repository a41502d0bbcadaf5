import type { Command } from 'commander';
import { CommanderError } from 'commander';
import { buildProgram } from './program.js';
import { renderFailure } from './screen/render-failure.js';

/** Runs the program on arguments that must fail before anything is sent, and answers what it said and the exit code. */
async function run(...args: string[]): Promise<{ readonly said: string; readonly code: number | undefined }> {
  let said = '';
  const program = buildProgram();
  const capture = (command: Command): void => {
    command.configureOutput({ writeErr: (text) => (said += text), writeOut: (text) => (said += text) });
    command.commands.forEach(capture);
  };
  capture(program);
  try {
    await program.parseAsync(args, { from: 'user' });
    return { said, code: 0 };
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return { said, code: renderFailure(error)?.code };
  }
}

test.each([
  [['price', 'explain', 'IPHONE', '--market', 'fr'], 'an offer id is a lower case UUID'],
  [['price', 'explain', '0199d3a0-0000-7000-8000-000000000010'], "required option '--market <code>' not specified"],
  [
    ['price', 'explain', '0199d3a0-0000-7000-8000-000000000010', '--market', 'fr', '--quantity', '1e2'],
    'a whole number from 1 to 100',
  ],
  [
    ['price', 'explain', '0199d3a0-0000-7000-8000-000000000010', '--market', 'fr', '--at', 'yesterday'],
    'a moment with an offset',
  ],
  [['prices', 'schedule', 'SKU', 'sale', '--market', 'fr'], "required option '--amount <amount>' not specified"],
  [['price-lists', 'delete', 'black-friday'], "required option '--reason <text>' not specified"],
  [['prices', 'import', 'offers.ndjson', '--resume', 'last'], 'an import id is a lower case UUID'],
  [['fx', 'rates', '--date', '2026-02-30'], 'a day such as 2026-10-30'],
  [['sellers', 'suspend', '0199d3a0-0000-7000-8000-000000000010'], "required option '--reason <text>' not specified"],
  [['sellers', 'list', '--sort', 'age'], 'Allowed choices are name, failureRate'],
  [['sales', 'list', '--limit', '501'], 'a whole number from 1 to 500'],
  [['sales', 'list', '--kind', 'gift'], 'Allowed choices are sale, refund'],
  [['demo', 'seed', '--offers', '0'], 'a whole number from 1 to 100000'],
  [['markets', 'list', '--gateway', 'localhost:4100'], 'must be a URL such as'],
  [['markets', 'aply'], "unknown command 'aply'"],
  [['frobnicate'], "unknown command 'frobnicate'"],
])('%j says what is wrong and ends with 2', async (args, expected) => {
  const { said, code } = await run(...args);
  expect(said).toContain(expected);
  expect(code).toBe(2);
});

test('help lists every command with examples and ends with 0', async () => {
  const { said, code } = await run('--help');
  expect(code).toBe(0);
  for (const command of ['markets', 'catalog', 'demo', 'price', 'sales', 'Examples:', 'Exit codes:'])
    expect(said).toContain(command);
});

test('every command that does something explains its options', async () => {
  for (const command of [
    ['markets', 'apply'],
    ['catalog', 'import'],
    ['demo', 'seed'],
    ['price', 'explain'],
    ['price', 'history'],
    ['prices', 'import'],
    ['prices', 'schedule'],
    ['prices', 'scheduled'],
    ['prices', 'unschedule'],
    ['price-lists', 'apply'],
    ['price-lists', 'list'],
    ['price-lists', 'show'],
    ['price-lists', 'delete'],
    ['webhooks', 'list'],
    ['rates', 'import'],
    ['rates', 'import-scale'],
    ['webhooks', 'deliveries'],
    ['webhooks', 'replay'],
    ['audit', 'list'],
    ['fx', 'import'],
    ['fx', 'rates'],
    ['sales', 'list'],
  ]) {
    const { said, code } = await run(...command, '--help');
    expect(code).toBe(0);
    expect(said).toContain('Usage: reprise');
  }
});
