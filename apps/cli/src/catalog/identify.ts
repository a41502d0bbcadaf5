import { canonicalJson, idFromName, mustBeId } from '@reprise/kernel';

/** What makes a variant itself. Grade, battery, warranty and VAT scheme are the offer's; IMEI and repair are the unit's. */
export interface VariantIdentity {
  readonly storageGb?: number | undefined;
  readonly ramMb?: number | undefined;
  /** The colour's code. */
  readonly colour?: string | undefined;
  readonly caseMaterial?: string | undefined;
  readonly caseMm?: number | undefined;
  readonly connectivity?: string | undefined;
  readonly sim?: string | undefined;
  readonly carrierLock?: string | undefined;
  readonly keyboardLayout?: string | undefined;
}

// Never change these: every offer in every region points at ids made from them.
const productNamespace = mustBeId('6f1d1f6e-58e5-5d0a-9c36-0f6f6a3c1b01');
const variantNamespace = mustBeId('6f1d1f6e-58e5-5d0a-9c36-0f6f6a3c1b02');

export function productIdOf(brand: string, model: string): string {
  return idFromName(productNamespace, canonicalJson({ brand: brand.toLowerCase(), model: model.toLowerCase() }));
}

/** The canonical key of a variant and the id made from it: the same device has the same id on every import and in every region. */
export function identifyVariant(
  brand: string,
  model: string,
  identity: VariantIdentity,
): { canonicalKey: string; variantId: string } {
  const canonicalKey = canonicalJson({ brand: brand.toLowerCase(), model: model.toLowerCase(), ...identity });
  return { canonicalKey, variantId: idFromName(variantNamespace, canonicalKey) };
}
