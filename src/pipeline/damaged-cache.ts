/**
 * What is kept of a book was changed while it was in use. Nothing that was made of it is wrong, as everything that is read
 * is compared with its checksum; what was begun has to begin again without it.
 */
export class DamagedCache extends Error {
  constructor() {
    super('the cache was changed while it was in use')
    this.name = 'DamagedCache'
  }
}
