import type { Seller, UnitOfWork } from './ports.js';

export type SellerDetails = Omit<Seller, 'sellerId' | 'version'>;

/** Registers, changes, suspends or reinstates a seller. The same details again change nothing. */
export class RegisterSeller {
  constructor(private readonly transactions: UnitOfWork) {}

  run(sellerId: string, details: SellerDetails): Promise<Seller> {
    return this.transactions.inTransaction(async (tx) => {
      await tx.lockSeller(sellerId);
      const current = await tx.seller(sellerId);
      if (current !== undefined && sameDetails(current, details)) return current;
      const seller: Seller = { sellerId, version: (current?.version ?? 0) + 1, ...details };
      await tx.saveSeller(seller);
      return seller;
    });
  }
}

function sameDetails(current: Seller, details: SellerDetails): boolean {
  return (
    current.name === details.name &&
    current.establishedIn === details.establishedIn &&
    current.status === details.status &&
    current.demo === details.demo
  );
}
