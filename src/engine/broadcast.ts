/**
 * Hands the items of one source to several readers. The next item is fetched when every reader has asked for it, so that
 * nothing piles up; a reader that stops is no longer waited for.
 */
export function broadcast<Item>(source: AsyncIterable<Item>, readers: number): Array<AsyncIterable<Item>> {
  const iterator = source[Symbol.asyncIterator]();
  let waiting: Array<{resolve(result: IteratorResult<Item>): void; reject(error: unknown): void}> = [];
  let active = readers;

  async function fetchWhenAllAsked(): Promise<void> {
    if (waiting.length === 0 || waiting.length < active) return;
    const askers = waiting;
    waiting = [];
    try {
      const result = await iterator.next();
      for (const {resolve} of askers) resolve(result);
    } catch (error) {
      for (const {reject} of askers) reject(error);
    }
  }

  return Array.from({length: readers}, () => {
    let done = false;
    const leave = async (): Promise<IteratorResult<Item>> => {
      if (!done) {
        done = true;
        active--;
        if (active === 0) await iterator.return?.();
        else await fetchWhenAllAsked();
      }
      return {done: true, value: undefined};
    };
    const next = (): Promise<IteratorResult<Item>> =>
      done
        ? Promise.resolve({done: true, value: undefined})
        : new Promise((resolve, reject) => {
            waiting.push({resolve, reject});
            void fetchWhenAllAsked();
          });
    return {[Symbol.asyncIterator]: () => ({next, return: leave})};
  });
}
