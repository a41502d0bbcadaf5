export const marketTabs = ['overview', 'versions', 'compare'] as const;
export type MarketTab = (typeof marketTabs)[number];
