import type { ProductCategory } from '@reprise/contracts/events';

/** The category of a device by the kind its source names. `desktop` there means "runs a desktop system", so laptops are told by name. */
export function categorize(deviceType: string, model: string): ProductCategory {
  if (deviceType === 'desktop') return staysOnADesk.test(model) ? 'desktop' : 'laptop';
  return categoryByType[deviceType] ?? 'other';
}

const staysOnADesk =
  /\b(aio|all-in-one|desktop|workstation|sff|tower|nuc|hibox|ideacentre|imac|mac (mini|pro|studio)|macintosh|remix mini|model 700|std elite)\b/i;

/** A phablet is a phone with a large screen. What is missing here has no category of its own: `other`. */
const categoryByType: Readonly<Record<string, ProductCategory>> = {
  smartphone: 'smartphone',
  phablet: 'smartphone',
  tablet: 'tablet',
  wearable: 'wearable',
  tv: 'tv',
  console: 'console',
};
