/** The storage sizes a family was sold in. Kept by hand from the makers' pages: no open source lists them. */
export interface StorageRule {
  readonly brand: string;
  /** Tested against the whole model name. */
  readonly model: RegExp;
  readonly storageGb: readonly number[];
}

/**
 * The storage sizes our rules give a model, or none. First match wins. A variant made from it says `assumed: true`, so that an
 * operator can tell what the data said from what we filled in.
 */
export function assumedStorageGb(brand: string, model: string): readonly number[] {
  return storageRules.find((rule) => rule.brand === brand && rule.model.test(model))?.storageGb ?? [];
}

export const storageRules: readonly StorageRule[] = [
  // ios-device-list ends in 2022.
  { brand: 'Apple', model: /^iPhone (15|16) Pro Max$/, storageGb: [256, 512, 1024] },
  { brand: 'Apple', model: /^iPhone (15|16) Pro$/, storageGb: [128, 256, 512, 1024] },
  { brand: 'Apple', model: /^iPhone (15|16)( Plus|e)?$|^iPhone 16e$/, storageGb: [128, 256, 512] },
  { brand: 'Apple', model: /^iPhone 17 Pro Max$/, storageGb: [256, 512, 1024, 2048] },
  { brand: 'Apple', model: /^iPhone (17 Pro|Air)$/, storageGb: [256, 512, 1024] },
  { brand: 'Apple', model: /^iPhone 17e?$/, storageGb: [256, 512] },
  { brand: 'Apple', model: /^iPad 10 10.9"$/, storageGb: [64, 256] },
  { brand: 'Apple', model: /^iPad 11 10.9"$/, storageGb: [128, 256, 512] },
  { brand: 'Apple', model: /^iPad Mini 7$/, storageGb: [128, 256, 512] },
  { brand: 'Apple', model: /^iPad Air [67] 1[13]"$/, storageGb: [128, 256, 512, 1024] },
  {
    brand: 'Apple',
    model: /^iPad Pro ([34] 11"|[56] 12.9")|^iPad Pro \(1[12].*\(([35])[a-z]+ generation\)$/,
    storageGb: [128, 256, 512, 1024, 2048],
  },
  { brand: 'Apple', model: /^iPad Pro (5 11"|7 13"|M5 1[13]")$/, storageGb: [256, 512, 1024, 2048] },
  { brand: 'Apple', model: /^MacBook Pro 1[46]" \(202[1-4]/, storageGb: [512, 1024, 2048] },
  { brand: 'Apple', model: /^MacBook (Air|Pro) 1[35]" \((2019|202\d)/, storageGb: [256, 512, 1024] },

  { brand: 'Samsung', model: /^Galaxy S2[45] Ultra$|^Galaxy S23 Ultra$/, storageGb: [256, 512, 1024] },
  { brand: 'Samsung', model: /^Galaxy S2[345]\+$|^Galaxy S25 Edge$/, storageGb: [256, 512] },
  { brand: 'Samsung', model: /^Galaxy S22 Ultra$/, storageGb: [128, 256, 512, 1024] },
  { brand: 'Samsung', model: /^Galaxy S2[0-5]( FE|\+| Ultra)?( 5G)?( UW)?$/, storageGb: [128, 256, 512] },
  { brand: 'Samsung', model: /^Galaxy S10(e|\+)?$/, storageGb: [128, 512] },
  { brand: 'Samsung', model: /^Galaxy S9\+?$|^Galaxy S8\+?$/, storageGb: [64, 128, 256] },
  { brand: 'Samsung', model: /^Galaxy S7( Edge)?$/, storageGb: [32, 64] },
  { brand: 'Samsung', model: /^Galaxy S6( Edge\+?)?$/, storageGb: [32, 64, 128] },
  { brand: 'Samsung', model: /^Galaxy S5$|^Galaxy S4$/, storageGb: [16, 32] },
  { brand: 'Samsung', model: /^Galaxy Note (10\+?|20( Ultra)?)( 5G)?$/, storageGb: [256, 512] },
  { brand: 'Samsung', model: /^Galaxy Note (8|9)$/, storageGb: [64, 128, 256, 512] },
  { brand: 'Samsung', model: /^Galaxy Z Flip [3-6]$|^Galaxy Z Flip$/, storageGb: [128, 256, 512] },
  { brand: 'Samsung', model: /^Galaxy Z Fold [2-6]( 5G)?$/, storageGb: [256, 512, 1024] },
  { brand: 'Samsung', model: /^Galaxy A(5[1-6]|7[1-3]|3[3-6]|2[2-5])s?( 5G)?$/, storageGb: [128, 256] },
  {
    brand: 'Samsung',
    model: /^Galaxy A(0[1-6]|1[0-6]|2[01]|3[0-2]|4[0-2]|50|70)[se]?( 5G)?$/,
    storageGb: [32, 64, 128],
  },
  { brand: 'Samsung', model: /^Galaxy M\d\ds?( 5G)?$/, storageGb: [64, 128] },
  { brand: 'Samsung', model: /^Galaxy Tab S(8|9|10|11)\b/, storageGb: [128, 256, 512] },
  { brand: 'Samsung', model: /^Galaxy Tab S[4-7]/, storageGb: [64, 128, 256] },
  { brand: 'Samsung', model: /^Galaxy Tab A/, storageGb: [32, 64, 128] },

  { brand: 'Google', model: /^Pixel (8|9|10) Pro( XL)?$/, storageGb: [128, 256, 512, 1024] },
  { brand: 'Google', model: /^Pixel (9|10) Pro Fold$|^Pixel Fold$/, storageGb: [256, 512] },
  { brand: 'Google', model: /^Pixel [67] Pro$/, storageGb: [128, 256, 512] },
  { brand: 'Google', model: /^Pixel ([6789]|10)a?$|^Pixel Tablet$/, storageGb: [128, 256] },
  { brand: 'Google', model: /^Pixel 5a? ?(5G)?$|^Pixel 4a( \(5G\))?$/, storageGb: [128] },
  { brand: 'Google', model: /^Pixel [234]( XL)?$/, storageGb: [64, 128] },
  { brand: 'Google', model: /^Pixel 3a( XL)?$/, storageGb: [64] },
  { brand: 'Google', model: /^Pixel( XL)?$/, storageGb: [32, 128] },

  { brand: 'OnePlus', model: /^(11|12|13|15)R?$|^Open$/, storageGb: [128, 256, 512] },
  { brand: 'OnePlus', model: /^([789]|10) Pro$|^(8|9|7)T?$|^10T 5G$|^9RT? ?(5G)?$/, storageGb: [128, 256] },
  { brand: 'OnePlus', model: /^[56]T?$/, storageGb: [64, 128, 256] },
  { brand: 'OnePlus', model: /^Nord/, storageGb: [128, 256] },
  { brand: 'Nothing', model: /^Phone/, storageGb: [128, 256, 512] },

  { brand: 'Xiaomi', model: /^1[2-7]S?T?( Pro| Ultra| Max| Pro Max)?$/, storageGb: [128, 256, 512] },
  { brand: 'Xiaomi', model: /^Mi (9|10|11)[TSXi]?( Pro| Lite| Ultra)?( 5G)?$/, storageGb: [64, 128, 256] },
  { brand: 'Xiaomi', model: /^Redmi Note (1[0-5])/, storageGb: [64, 128, 256] },
  { brand: 'Xiaomi', model: /^Redmi Note [789]/, storageGb: [32, 64, 128] },
  { brand: 'POCO', model: /^[FX]\d/, storageGb: [128, 256, 512] },
  { brand: 'POCO', model: /^[CM]\d/, storageGb: [64, 128] },

  { brand: 'Huawei', model: /^(P[3-6]0|Mate [2-7]0)( Pro\+?| Plus)?( 5G)?$/, storageGb: [128, 256, 512] },
  { brand: 'Huawei', model: /^P[123]0 Lite$|^P20( Pro)?$|^P10( Plus)?$/, storageGb: [64, 128] },
  {
    brand: 'Honor',
    model: /^(50|70|90|200|400|500|600)( Pro| Lite)?( 5G)?$|^Magic [4-8]( Pro| Lite)?$/,
    storageGb: [128, 256, 512],
  },
  { brand: 'OPPO', model: /^Find X\d/, storageGb: [256, 512] },
  { brand: 'OPPO', model: /^Reno \d/, storageGb: [128, 256] },
  { brand: 'Motorola', model: /^(Moto )?(Edge|Razr)/, storageGb: [128, 256, 512] },
  { brand: 'Motorola', model: /^Moto G\d\d/, storageGb: [64, 128, 256] },
  { brand: 'Sony', model: /^Xperia [15] (II|III|IV|V|VI|VII)$/, storageGb: [128, 256] },
  { brand: 'Sony', model: /^Xperia (1|5|10.*)$/, storageGb: [64, 128] },
];
