/**
 * Every rule a line can be taxed by, with the provision it follows. The id is stored with each order, for as long as the law keeps
 * records (ten years, art. 242a and 369k), so an id is never given another meaning.
 */
export const taxRules = {
  'eu.domesticSale': 'Directive 2006/112/EC, articles 31 and 32',
  'eu.distanceSale': 'Directive 2006/112/EC, article 33(a)',
  'eu.deemedSupplier': 'Directive 2006/112/EC, article 14a(2)',
  'eu.intraEuSupply': 'Directive 2006/112/EC, article 138(1)',
  'eu.numberOfDispatchState': 'Directive 2006/112/EC, article 32',
  'eu.domesticReverseCharge': 'Directive 2006/112/EC, article 199a(1)',
  'eu.export': 'Directive 2006/112/EC, article 146(1)(a)',
  'eu.marginScheme': 'Directive 2006/112/EC, articles 35, 312 to 315 and 325',
  'eu.marginNotEligible': 'Directive 2006/112/EC, articles 314 and 319',
  'us.marketplaceFacilitator': 'Marketplace facilitator law of the state of destination',
  'us.noTax': 'No tax on retail sales in the state of destination',
} as const;

export type TaxRuleId = keyof typeof taxRules;
