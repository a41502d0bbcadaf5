import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import type { INestApplicationContext } from '@nestjs/common';
import { answeredBy } from './answers.js';
import type { Handler } from './call.js';
import { mountOperation } from './mount-operation.js';
import type { OperationHost } from './mount-operation.js';

/** Mounts every `@Answers` method of every controller in the application. */
export function mountControllers(nest: INestApplicationContext, host: OperationHost): void {
  const scanner = new MetadataScanner();
  for (const { instance } of nest.get(DiscoveryService).getControllers()) {
    const controller = instance as Readonly<Record<string, unknown>>;
    for (const name of scanner.getAllMethodNames(Object.getPrototypeOf(controller) as object)) {
      const method = controller[name];
      const operation = typeof method === 'function' ? answeredBy(method) : undefined;
      if (operation) mountOperation(host, operation, (method as Handler<typeof operation>).bind(controller));
    }
  }
}
