import { buildProducts } from './build-products.js';
import { loadSources } from './datasets.js';
import { JoinReport } from './join-report.js';
import { printJoins } from './print-import.js';
import { RejectReport } from './reject-report.js';

test('a join is counted by outcome, rates are rounded down, and only rows that found nothing are kept, five at most', () => {
  const report = new JoinReport();
  report.add('playCodes', 'sameName', 'Samsung / Galaxy S23 / SM-S911B');
  report.add('playCodes', 'withoutRadio', 'Samsung / Galaxy A52 5G / SM-A526B');
  for (let row = 0; row < 7; row += 1) report.add('playCodes', 'codeName', `row ${row}`);
  expect(report.toJSON().find(({ join }) => join === 'playCodes')).toEqual({
    join: 'playCodes',
    rows: 9,
    found: 2,
    foundPerMille: 222,
    outcomes: {
      sameName: 1,
      withoutRadio: 1,
      filledTemplate: 0,
      codePattern: 0,
      unknownBrand: 0,
      codeName: 7,
      unknownName: 0,
    },
    missedSamples: { unknownBrand: [], codeName: ['row 0', 'row 1', 'row 2', 'row 3', 'row 4'], unknownName: [] },
  });
});

test('joins nobody asked for are there with zeros, and print without dividing by them', () => {
  const lines = new JoinReport().toJSON();
  expect(lines.map(({ join, rows, foundPerMille }) => [join, rows, foundPerMille])).toEqual([
    ['appleVariants', 0, 0],
    ['playCodes', 0, 0],
    ['specs', 0, 0],
  ]);
  expect(printJoins(lines)).toContain('0 of       0  0.0 %');
});

// The real data sets at their pinned versions: whoever changes a join sees here what it won or lost.
test('the joins of the real data sets find what they were measured to find', async () => {
  const rejects = new RejectReport();
  let products = 0;
  for await (const _ of buildProducts(loadSources(), rejects)) products += 1;
  const [apple, play, specs] = rejects.joins.toJSON();
  expect(apple).toMatchObject({ rows: 1584 });
  // One outcome for each usable row, and one for each product: nothing is joined twice or in silence.
  expect(play?.rows).toBe(37_882 - 327 - 3612);
  expect(specs?.rows).toBe(products);
  expect([apple, play, specs].map((line) => line?.outcomes)).toMatchInlineSnapshot(`
    [
      {
        "alsoInDetector": 1507,
        "onlyHere": 77,
      },
      {
        "codeName": 9497,
        "codePattern": 3213,
        "filledTemplate": 1210,
        "sameName": 7759,
        "unknownBrand": 4643,
        "unknownName": 7504,
        "withoutRadio": 117,
      },
      {
        "modelCode": 28,
        "noRow": 11886,
        "otherName": 5,
        "otherSpelling": 8,
        "ownName": 1511,
      },
    ]
  `);
});
