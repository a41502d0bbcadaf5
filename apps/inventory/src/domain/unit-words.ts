/** Cosmetic grades, best first. */
export type Grade = 'PREMIUM' | 'EXCELLENT' | 'VERY_GOOD' | 'GOOD' | 'FAIR';

/** How VAT is due: on the whole price, or on the margin. */
export type VatScheme = 'REGULAR' | 'MARGINAL';

/** From whom a unit was bought, as far as the VAT on its resale depends on it (Directive 2006/112/EC art. 314). */
export type SupplierKind = 'private' | 'exempt' | 'smallEnterprise' | 'marginDealer' | 'business';

/** Where a unit stands between being bought and being gone. `sold` and `scrapped` units are no longer the seller's. */
export type UnitStatus = 'received' | 'tested' | 'listed' | 'reserved' | 'sold' | 'returned' | 'scrapped';
