/** Code units after which a chunk is handed on: large enough that writing costs little, small enough to stay unnoticed. */
const CHUNK_LENGTH = 16_384;

/** Joins the small pieces of a report, which arrive in groups, into chunks of some kB. */
export async function* inChunks(groups: AsyncIterable<Iterable<string>>): AsyncGenerator<string> {
  let chunk = '';
  for await (const pieces of groups) {
    for (const piece of pieces) {
      chunk += piece;
      if (chunk.length < CHUNK_LENGTH) continue;
      yield chunk;
      chunk = '';
    }
  }
  if (chunk !== '') yield chunk;
}
