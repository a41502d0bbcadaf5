export const marketTabs = ['overview', 'readiness', 'versions', 'compare'] as const;
export type MarketTab = (typeof marketTabs)[number];
