/** What stands for `$1` in a name: "20", "M850", "J2S", "7+". Longer words would let a template swallow any name. */
const filler = String.raw`([A-Za-z]{0,2}\d{1,3}[A-Za-z]{0,2}\+?)`;

/**
 * Fills `Redmi Note $1` from "redmi note 4", in the template's own letter case: two sources then agree that the device exists.
 * Undefined when the name does not fit. A template with less than a word of its own fits nearly everything, so it fits nothing.
 */
export function templateFiller(template: string): (name: string) => string | undefined {
  const literals = template.split(/\$\d/);
  if (literals.join('').replace(/[^a-z]/gi, '').length < 3) return () => undefined;
  const pattern = new RegExp(`^${literals.map(escape).join(filler)}$`, 'i');
  return (name) => {
    const fillers = pattern.exec(name)?.slice(1);
    return fillers && literals.map((literal, at) => literal + (fillers[at] ?? '')).join('');
  };
}

function escape(literal: string): string {
  return literal.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}
