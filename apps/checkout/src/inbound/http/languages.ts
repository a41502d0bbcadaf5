/** Languages a caller asks for, the best first: the explicit choice, then `Accept-Language` by its weights (RFC 9110 §12.5.4). */
export function languagesIn(chosen: string | undefined, header: string | undefined): string[] {
  const weighed = (header ?? '').split(',').map((entry) => {
    const [tag = '', ...parameters] = entry.split(';').map((part) => part.trim());
    const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
    return { tag, weight: weight === undefined ? 1 : Number(weight) };
  });
  const accepted = weighed
    .filter(({ tag, weight }) => /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/.test(tag) && weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map(({ tag }) => tag);
  return chosen === undefined ? accepted : [chosen, ...accepted];
}
