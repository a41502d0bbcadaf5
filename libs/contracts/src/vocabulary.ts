import { z } from 'zod';

/** Cosmetic grades, best first. Function is always 100 %; a market may allow fewer and words them its own way. */
export const grades = ['PREMIUM', 'EXCELLENT', 'VERY_GOOD', 'GOOD', 'FAIR'] as const;
export const gradeSchema = z.enum(grades).meta({ id: 'Grade' });
export type Grade = (typeof grades)[number];

/** How VAT is due on an offer: on the whole price, or on the seller's margin (Directive 2006/112/EC art. 311-325). */
export const vatSchemes = ['REGULAR', 'MARGINAL'] as const;
export const vatSchemeSchema = z.enum(vatSchemes).meta({ id: 'VatScheme' });
export type VatScheme = (typeof vatSchemes)[number];

/** From whom a unit was bought, as far as the VAT on its resale depends on it (Directive 2006/112/EC art. 314). */
export const supplierKinds = ['private', 'exempt', 'smallEnterprise', 'marginDealer', 'business'] as const;
export const supplierKindSchema = z.enum(supplierKinds).meta({ id: 'SupplierKind' });
export type SupplierKind = (typeof supplierKinds)[number];

/** Where one device stands between being bought and being gone. `sold` and `scrapped` units are no longer the seller's. */
export const unitStatuses = ['received', 'tested', 'listed', 'reserved', 'sold', 'returned', 'scrapped'] as const;
export const unitStatusSchema = z.enum(unitStatuses).meta({ id: 'UnitStatus' });
export type UnitStatus = (typeof unitStatuses)[number];

/** Life cycle of a market. Buyers see `live` only; `preview` needs an ops token. */
export const marketStatuses = ['draft', 'preview', 'live', 'suspended', 'retired'] as const;
export const marketStatusSchema = z.enum(marketStatuses).meta({ id: 'MarketStatus' });
export type MarketStatus = (typeof marketStatuses)[number];

/** States an order shows. `pending` is the only one that changes: the others are final, except that `confirmed` may become `refunded`. */
export const orderStatuses = ['pending', 'confirmed', 'declined', 'cancelled', 'refunded'] as const;
export const orderStatusSchema = z.enum(orderStatuses).meta({ id: 'OrderStatus' });
export type OrderStatus = (typeof orderStatuses)[number];

/** How the law treats a taxed amount; finance reports by it. */
export const taxTreatments = [
  'standard',
  'reduced',
  'zero',
  'exempt',
  'reverseCharge',
  'export',
  'marginScheme',
  'notTaxed',
] as const;
export const taxTreatmentSchema = z.enum(taxTreatments).meta({ id: 'TaxTreatment' });
export type TaxTreatment = (typeof taxTreatments)[number];

/** How a seller is named on its invoices (Directive 2006/112/EC art. 226(3) and (5)). */
export const sellerParticularsSchema = z
  .strictObject({
    /** The company, where it is called otherwise than the shop. */
    legalName: z.string().min(1).max(200).optional(),
    /** As it stands on a letter: street, postal code and town. */
    address: z.array(z.string().min(1).max(220)).max(6),
    /** Its VAT number, or what it is registered for tax under. Without it an invoice under VAT is not complete. */
    taxNumber: z.string().min(1).max(40).optional(),
  })
  .meta({ id: 'SellerParticulars' });

export const marketCodeSchema = z
  .string()
  .regex(/^[a-z]{2}(-[a-z0-9]{2,8})?$/, 'a market code such as "fr"')
  .meta({ id: 'MarketCode' });
export const countryCodeSchema = z.string().regex(/^[A-Z]{2}$/, 'an ISO 3166-1 alpha-2 code such as "FR"');
