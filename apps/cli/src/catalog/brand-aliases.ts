/**
 * Google Play's brand, as a join key, to node-device-detector's. Only where both mean one maker: a carrier that relabels phones is
 * not its supplier.
 */
export const brandAliases: Readonly<Record<string, string>> = {
  lge: 'lg',
  tctalcatel: 'alcatel',
  tecno: 'tecnomobile',
  redmi: 'xiaomi',
  sonyericsson: 'sony',
  blackberry: 'rim',
  mobicell: 'mobicel',
  advandigital: 'advan',
  bqru: 'bq',
  azumi: 'azumimobile',
  nuu: 'nuumobile',
  onnwalmart: 'onn',
  spcmobile: 'spc',
  denverelectronics: 'denver',
  mlsinnovation: 'mls',
};
