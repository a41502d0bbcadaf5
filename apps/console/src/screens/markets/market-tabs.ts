export const marketTabs = ['overview', 'launch', 'readiness', 'prices', 'preview', 'versions', 'compare'] as const;
export type MarketTab = (typeof marketTabs)[number];
