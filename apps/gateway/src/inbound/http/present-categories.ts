import { categoryPathOf, productCategories } from '@reprise/contracts/events';
import type { ProductCategory } from '@reprise/contracts/events';
import type { listCategories } from '@reprise/contracts/http';
import type { z } from 'zod';
import type { FacetCount, Market } from '../../application/ports.js';
import { Voice } from '../../application/voice.js';

export type CategoryTreeJson = z.input<(typeof listCategories)['responses'][200]>;
type Branch = CategoryTreeJson['items'][number];

/** What a step of the tree is called: a category by its name, what stands above it by the name of the group. */
export function categoryName(code: string, voice: Voice, field: string): string {
  const own = (voice.words.categories as Readonly<Record<string, string>>)[code];
  return own ?? voice.section('categoryGroups', field)?.[code] ?? code;
}

/** The steps from the root to a category. */
export function categoryTrail(category: ProductCategory, voice: Voice): { code: string; name: string }[] {
  return categoryPathOf[category].map((code) => ({ code, name: categoryName(code, voice, 'category.trail') }));
}

/** The tree with what can be bought in each branch. A category that is its own root has nothing below it. */
export function presentCategories(counts: readonly FacetCount[], market: Market, locale: string): CategoryTreeJson {
  const voice = new Voice(market.definition, locale, ['items.name']);
  const countOf = new Map(counts.map(({ value, count }) => [value, count]));
  const branches = new Map<string, Branch>();
  for (const category of productCategories) {
    const [root = category, ...below] = categoryPathOf[category];
    const branch = branches.get(root) ?? {
      code: root,
      name: categoryName(root, voice, 'items.name'),
      products: 0,
      children: [],
    };
    branches.set(root, branch);
    const products = countOf.get(category) ?? 0;
    branch.products += products;
    if (below.length > 0) branch.children.push({ code: category, name: voice.words.categories[category], products });
  }
  return { market: market.code, locale, servedLocales: voice.servedLocales, items: [...branches.values()] };
}
