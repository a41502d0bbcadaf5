import { realExamples, realMarket, realTables } from '../../test/real-markets.js';
import { workOut } from './worked-example.js';

describe.each(realExamples)('market $market: what finance signed', ({ market, examples }) => {
  test.each(examples)('$claim', (example) => {
    expect(workOut(example, realMarket(market), realTables)).toEqual(example.expect);
  });
});
