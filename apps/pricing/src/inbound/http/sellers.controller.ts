import { Controller, Inject } from '@nestjs/common';
import { putSeller } from '@reprise/contracts/http';
import { Answers } from '@reprise/platform/http';
import type { Call } from '@reprise/platform/http';
import { RegisterSeller } from '../../application/register-seller.js';

@Controller()
export class SellersController {
  constructor(@Inject(RegisterSeller) private readonly registerSeller: RegisterSeller) {}

  @Answers(putSeller)
  put({ params, body }: Call<typeof putSeller>) {
    return this.registerSeller.run(params.sellerId, body);
  }
}
