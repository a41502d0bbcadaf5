import type { Operation } from '@reprise/contracts/http';
import type { Handler } from './call.js';

const ANSWERED = Symbol('reprise:answered-operation');

/**
 * Binds a controller method to the operation it answers. Method, path, policy, validation and the type of the one argument come
 * from the contract:
 * `@Answers(putSellerOffer) put(call: Call<typeof putSellerOffer>) { … }`
 */
export function Answers<O extends Operation>(operation: O) {
  return <H extends Handler<O>>(_target: object, _name: string | symbol, method: TypedPropertyDescriptor<H>): void => {
    Reflect.defineMetadata(ANSWERED, operation, method.value as object);
  };
}

/** The operation a controller method answers, if it answers one. */
export function answeredBy(method: object): Operation | undefined {
  return Reflect.getMetadata(ANSWERED, method) as Operation | undefined;
}
