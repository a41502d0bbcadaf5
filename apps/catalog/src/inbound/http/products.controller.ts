import type { ProductRecord } from '@reprise/contracts/events';
import type { Call, StreamBody } from '@reprise/platform/http';
import { Controller, Inject } from '@nestjs/common';
import { importProducts } from '@reprise/contracts/http';
import { Answers } from '@reprise/platform/http';
import { ImportProducts } from '../../application/import-products.js';
import { parseProductLines } from './parse-product-lines.js';

@Controller()
export class ProductsController {
  constructor(@Inject(ImportProducts) private readonly importProducts: ImportProducts<ProductRecord>) {}

  @Answers(importProducts)
  import({ body }: Call<typeof importProducts>) {
    return this.importProducts.run(parseProductLines(body as StreamBody));
  }
}
