import type { Command } from 'commander';
import { registerReconciliationCommands } from './register-reconciliation-commands.js';

/** Adds `reprise finance …`. */
export function registerFinanceCommands(program: Command): void {
  const finance = program.command('finance').description('settlement files, reconciliation and what it finds');
  registerReconciliationCommands(finance);
}
