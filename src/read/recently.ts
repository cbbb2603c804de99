/** Keeps the last few things that were made, by key; the one that was not asked for longest goes first. */
export function recently<Asked extends readonly unknown[], Thing>(
  most: number,
  recipe: (...asked: Asked) => { readonly key: string; readonly make: () => Thing },
): (...asked: Asked) => Thing {
  const kept = new Map<string, Thing>();
  return (...asked) => {
    const { key, make } = recipe(...asked);
    const thing = kept.get(key) ?? make();
    kept.delete(key);
    kept.set(key, thing);
    for (const oldest of kept.keys()) {
      if (kept.size <= most) break;
      kept.delete(oldest);
    }
    return thing;
  };
}
