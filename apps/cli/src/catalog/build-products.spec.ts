import type { ProductRecord } from '@reprise/contracts/events';
import type { Sources } from './datasets.js';
import { buildProducts } from './build-products.js';
import { RejectReport } from './reject-report.js';

const nothing: Sources = {
  patterns: [],
  specs: {},
  apple: [],
  play: [],
  datasets: {
    detector: { dataset: 'detector', version: '1' },
    apple: { dataset: 'apple', version: '1' },
    play: { dataset: 'play', version: '1' },
  },
};

const build = async (sources: Partial<Sources>) => {
  const rejects = new RejectReport();
  const products: ProductRecord[] = [];
  for await (const product of buildProducts({ ...nothing, ...sources }, rejects)) products.push(product);
  return { products, rejects };
};
const phones = (brand: string, ...models: string[]) => ({
  [brand]: { device: 'smartphone', models: models.map((model) => ({ model })) },
});

test('two spellings of one model are one product; the first spelling stays', async () => {
  const { products, rejects } = await build({ patterns: [phones('Maker', 'Fun +', 'Fun Plus', 'FUN PLUS')] });
  expect(products.map((product) => product.model)).toEqual(['Fun +']);
  expect(rejects.toJSON()).toEqual([]);
});

test('one model under two kinds is one product and one reject', async () => {
  const patterns = [
    {
      Maker: {
        models: [
          { model: 'X1', device: 'smartphone' },
          { model: 'X1', device: 'tablet' },
        ],
      },
    },
  ];
  const { products, rejects } = await build({ patterns });
  expect(products.map((product) => product.category)).toEqual(['smartphone']);
  expect(rejects.countOf('repeated_model')).toBe(1);
});

test('two brands that read alike get two addresses', async () => {
  const { products, rejects } = await build({ patterns: [{ ...phones('A B', 'C'), ...phones('A', 'B C') }] });
  expect(products[0]?.slug).toBe('a-b-c');
  expect(products[1]?.slug).toMatch(/^a-b-c-[0-9a-f]{4}$/);
  expect(rejects.countOf('slug_taken')).toBe(1);
});

test('the brand stands once in a title', async () => {
  const { products } = await build({ patterns: [phones('OUYA', 'OUYA'), phones('Alienware', 'Alienware 15')] });
  expect(products.map((product) => product.names.en)).toEqual(['OUYA', 'Alienware 15']);
});

test('an exact name wins a model code over the same name without its radio', async () => {
  const play = [
    { brand: 'Maker', name: 'Maker A52 5G', device: 'a', model: 'M-A526B' },
    { brand: 'Maker', name: 'A52', device: 'b', model: 'M-A525F' },
    { brand: 'Maker', name: 'A53 5G', device: 'c', model: 'M-A536B' },
    { brand: 'Maker', name: 'Unheard', device: 'd', model: 'M-000' },
  ];
  const { products } = await build({ patterns: [phones('Maker', 'A52', 'A52 5G', 'A53')], play });
  expect(products.map((product) => [product.model, product.modelCodes])).toEqual([
    ['A52', ['M-A525F']],
    ['A52 5G', ['M-A526B']],
    ['A53', ['M-A536B']],
  ]);
});

test('a template alone is no product; with a name from Google Play it is, in the template’s wording', async () => {
  const play = [{ brand: 'MAKER', name: 'LIQUID Z6', device: 'z6', model: 'T41' }];
  const { products, rejects } = await build({ patterns: [phones('Maker', 'Liquid $1', '$1')], play });
  expect(products.map((product) => [product.brand, product.model, product.modelCodes])).toEqual([
    ['Maker', 'Liquid Z6', ['T41']],
  ]);
  expect(rejects.countOf('template_model')).toBe(2);
});

test('an order number on two variants stays with the first', async () => {
  const apple = [
    {
      Generation: 'iPhone 5c',
      Models: [
        { Color: 'Pink', Storage: '8 GB', Model: ['MG0V2'] },
        { Color: 'Green', Storage: '8 GB', Model: ['MG0V2', 'MG9V2'] },
      ],
    },
  ];
  const { products, rejects } = await build({ apple });
  expect(products[0]?.variants.map((variant) => variant.mpns)).toEqual([['MG0V2'], ['MG9V2']]);
  expect(rejects.countOf('order_number_claimed_twice')).toBe(1);
});

test('a storage that lost its last letter is read and reported; one that is no size is left out and reported', async () => {
  const apple = [
    {
      Generation: 'iPad',
      Models: [
        { Storage: '1 T', Model: 'MXDH2' },
        { Storage: 'big', Model: 'MXXX2' },
      ],
    },
  ];
  const { products, rejects } = await build({ apple });
  expect(products[0]?.variants.map((variant) => variant.storageGb)).toEqual([1024, undefined]);
  expect(rejects.countOf('storage_mended')).toBe(1);
  expect(rejects.countOf('storage_unreadable')).toBe(1);
});
