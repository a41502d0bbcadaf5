import type { GoodsReturn } from '../domain/goods.js';
import { isGoodsMove, returnTransitions } from '../domain/goods-transitions.js';
import type { DeskTx } from './ports.js';

/** A return whose money went back is at its end, and says so. */
export async function endPaidBack(tx: DeskTx, goodsReturn: GoodsReturn): Promise<GoodsReturn> {
  const decision = returnTransitions[goodsReturn.status].paidBack;
  if (!isGoodsMove(decision)) return goodsReturn;
  const ended: GoodsReturn = { ...goodsReturn, status: decision.to, version: goodsReturn.version + 1 };
  await tx.goods.saveReturn(ended);
  await tx.goods.sayReturn(ended);
  return ended;
}
