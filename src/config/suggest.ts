/** The candidate most like the name, undefined when none is near enough for "did you mean". */
export async function closest(name: string, candidates: Iterable<string>): Promise<string | undefined> {
  const {closestMatch} = await import('leven');
  return closestMatch(name, [...candidates], {maxDistance: Math.max(2, Math.floor(name.length / 3))});
}
