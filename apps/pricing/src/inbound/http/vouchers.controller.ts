import { Controller, Inject } from '@nestjs/common';
import { getVoucher, putVoucher } from '@reprise/contracts/http';
import { isRejection, reject, toIso } from '@reprise/kernel';
import { Answers } from '@reprise/platform/http';
import type { Call } from '@reprise/platform/http';
import { DefineVoucher } from '../../application/define-voucher.js';
import { VoucherBook } from '../../application/ports.js';
import type { StoredVoucher } from '../../application/ports.js';

@Controller()
export class VouchersController {
  constructor(
    @Inject(DefineVoucher) private readonly defineVoucher: DefineVoucher,
    @Inject(VoucherBook) private readonly vouchers: VoucherBook,
  ) {}

  @Answers(putVoucher)
  async put({ params, body, principal }: Call<typeof putVoucher>) {
    const stored = await this.defineVoucher.run({ code: params.code, ...body }, principal.subject);
    return isRejection(stored) ? stored : voucherJson(stored);
  }

  @Answers(getVoucher)
  async get({ params }: Call<typeof getVoucher>) {
    const stored = await this.vouchers.newest(params.code);
    return stored === undefined
      ? reject('VoucherNotFound', `There is no voucher ${params.code}.`, { field: 'path.code' })
      : voucherJson(stored);
  }
}

function voucherJson({ voucher, version }: StoredVoucher) {
  const { code, market, off, validFrom, validUntil, minBasket, onceOnly, borneBy } = voucher;
  return {
    code,
    market,
    ...(off.kind === 'amount' ? { amount: off.amount.toJSON() } : { percent: off.ppm / 10_000 }),
    validFrom: toIso(validFrom),
    ...(validUntil === undefined ? {} : { validUntil: toIso(validUntil) }),
    ...(minBasket === undefined ? {} : { minBasket: minBasket.toJSON() }),
    onceOnly,
    borneBy,
    ...(voucher.borneBy === 'SELLER' ? { sellerId: voucher.sellerId } : {}),
    version,
  };
}
