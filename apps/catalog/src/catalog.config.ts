import { catalogProductTopic } from '@reprise/contracts/events';
import { list, serviceConfig, setting } from '@reprise/platform/config';
import { z } from 'zod';

/** Settings of the catalog service. */
export const catalogConfigSchema = z.object({
  ...serviceConfig('CATALOG'),
  writerRegion: setting(
    'CATALOG_WRITER_REGION',
    z
      .string()
      .regex(/^[a-z]{2,8}$/, 'must be a region name in lower case')
      // Where the mirror takes the facts from, unless an operator moves the pen.
      .default(catalogProductTopic.mirrored?.[0]?.from ?? ''),
    {
      description:
        'The region that writes products and markets for all. The others keep copies and refuse writes. Must be the same everywhere: two writers would overwrite each other.',
      example: 'eu',
    },
  ),
  mediaHosts: setting(
    'CATALOG_MEDIA_HOSTS',
    list(z.string().regex(/^[a-z0-9.-]+(:\d+)?$/, 'a host name in lower case')).default([]),
    {
      description:
        'Hosts pictures of products may lie on, with a port that is not 443. A picture elsewhere is refused: whoever has its host decides what our shoppers see.',
      example: 'images.shop.example,cdn.shop.example',
    },
  ),
});

export type CatalogConfig = z.output<typeof catalogConfigSchema>;
