/** Why a source row was left out or mended, in words a merchandiser reads. */
export const rejectReasons = {
  empty_brand: 'The row names no brand.',
  no_latin_name: 'The name has no Latin letter or digit, so it can have no address.',
  empty_name: 'The row names no marketing name.',
  mojibake: 'The text was broken by a wrong character set and cannot be restored.',
  repeated_row: 'The same brand and model code were listed before.',
  template_model: 'The model is a pattern filled in at run time, not a device.',
  repeated_model: 'The same brand and model were listed before under another kind.',
  no_models: 'The generation lists no variants.',
  order_number_claimed_twice: 'Two variants claim one order number; the first keeps it.',
  storage_mended: 'The storage lost its unit ("1 T"); read as terabytes.',
  storage_unreadable: 'The storage is not a number of gigabytes or terabytes.',
  spec_field_malformed: 'The field is not KEY=value, or the value is not of its kind.',
  release_implausible: 'No such device was released in that year.',
  alias_malformed: 'The alias arrow is broken.',
  alias_dangling: 'The alias points at a model that is not listed.',
  alias_circular: 'The alias leads back to itself.',
  spec_empty_brand: 'The brand lists no specifications at all.',
  slug_taken: 'Another product has the same address; this one got a suffix.',
} as const;

export type RejectReason = keyof typeof rejectReasons;
