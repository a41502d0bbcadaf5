import type { ProductCategory, ProductVariant } from '@reprise/contracts/events';
import type { ProductDraft } from './product-draft.js';
import type { RejectReport } from './reject-report.js';
import { appleColours } from './apple-colours.js';
import { connectivityOf } from './apple-generations.js';
import { assumedStorageGb } from './assumed-storage.js';
import { identifyVariant } from './identify.js';
import { slugOf } from './spelling.js';

type Choices = Omit<ProductVariant, 'variantId' | 'canonicalKey' | 'mpns' | 'gtins' | 'assumed'>;

/**
 * What a buyer can choose between: the variants a source lists, else those our rules assume, else one that stands for the product.
 * The keyboard is a choice of every laptop (a French buyer must be told when it is not AZERTY), and no source lists it.
 */
export function buildVariants(
  draft: ProductDraft,
  category: ProductCategory,
  dataset: string,
  rejects: RejectReport,
): ProductVariant[] {
  if (draft.appleVariants.length > 0) return listedVariants(draft, dataset, rejects);
  const storages = assumedStorageGb(draft.brand, draft.model);
  const sizes = [...draft.caseSizesMm].sort((a, b) => a - b);
  const choices = cross<Choices>(
    storages.map((storageGb) => ({ storageGb })),
    sizes.map((caseMm) => ({ caseMm })),
    draft.modemIsAChoice ? [{ connectivity: 'wifi' }, { connectivity: 'cellular' }] : [],
    category === 'laptop' ? keyboardLayouts.map((keyboardLayout) => ({ keyboardLayout })) : [],
  );
  const assumed = storages.length > 0 || category === 'laptop';
  return choices.map((choice) => variantOf(draft, choice, [], assumed));
}

/** Layouts sold in the markets this platform serves. */
const keyboardLayouts = ['qwerty-us', 'qwerty-uk', 'azerty-fr', 'qwertz-de', 'qwerty-es', 'qwerty-it'] as const;

/** Apple's rows, one variant for all builds a buyer cannot tell apart, with the order numbers of each. */
function listedVariants(draft: ProductDraft, dataset: string, rejects: RejectReport): ProductVariant[] {
  const variants = new Map<string, ProductVariant>();
  const ownerOf = new Map<string, string>();
  for (const row of draft.appleVariants) {
    const connectivity = connectivityOf(row.identifiers, row.aNumbers);
    const stated = variantOf(
      draft,
      {
        ...(row.storageGb === undefined ? {} : { storageGb: row.storageGb }),
        ...(row.colour === undefined ? {} : { colour: colourOf(row.colour) }),
        ...(row.caseMaterial === undefined ? {} : { caseMaterial: slugOf(row.caseMaterial) }),
        ...(row.caseMm === undefined ? {} : { caseMm: row.caseMm }),
        ...(connectivity === undefined ? {} : { connectivity }),
      },
      [],
      false,
    );
    const variant = variants.get(stated.canonicalKey) ?? stated;
    variants.set(variant.canonicalKey, variant);
    for (const orderNumber of row.orderNumbers) {
      const owner = ownerOf.get(orderNumber) ?? variant.canonicalKey;
      ownerOf.set(orderNumber, owner);
      if (owner !== variant.canonicalKey)
        rejects.add({
          reason: 'order_number_claimed_twice',
          dataset,
          row: `${orderNumber}: ${owner} and ${variant.canonicalKey}`,
        });
      else if (!variant.mpns.includes(orderNumber)) variant.mpns.push(orderNumber);
    }
  }
  return [...variants.values()];
}

function variantOf(draft: ProductDraft, choices: Choices, mpns: string[], assumed: boolean): ProductVariant {
  const { colour, ...plain } = choices;
  const identity = identifyVariant(draft.brand, draft.model, { ...plain, colour: colour?.code });
  return { ...identity, ...choices, mpns, gtins: [], assumed };
}

function colourOf(name: string): NonNullable<ProductVariant['colour']> {
  return { code: slugOf(name), names: appleColours[name] ?? { en: name } };
}

/** Every combination of one choice from each list that has any; one empty combination when none has. */
function cross<Choice extends object>(...lists: readonly Partial<Choice>[][]): Choice[] {
  return lists
    .filter((list) => list.length > 0)
    .reduce<Partial<Choice>[]>(
      (done, list) => done.flatMap((left) => list.map((right) => ({ ...left, ...right }))),
      [{}],
    ) as Choice[];
}
