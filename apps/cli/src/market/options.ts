import { InvalidArgumentError } from 'commander';

/** Reads what options and arguments of `reprise market` are to be; says what they should have been. */
export const mistaken = {
  country: (text: string): string => {
    if (/^[A-Za-z]{2}$/.test(text)) return text.toUpperCase();
    throw new InvalidArgumentError('two letters such as PT.');
  },
  version: (text: string): number => {
    if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
    throw new InvalidArgumentError('a version such as 3.');
  },
  rate: (text: string): number => {
    if (/^\d{1,9}(\.\d{1,9})?$/.test(text) && Number(text) > 0) return Number(text);
    throw new InvalidArgumentError('a number such as 366.33.');
  },
  /** Percent as people say it, parts per million as prices are worked out. */
  percent: (text: string): number => {
    if (/^-?\d{1,3}(\.\d{1,4})?$/.test(text)) return Math.round(Number(text) * 10_000);
    throw new InvalidArgumentError('a percentage such as 3 or -2.5.');
  },
};
