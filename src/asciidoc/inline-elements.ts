/** Elements that stand inside a line of text and do not end it. */
export const INLINE: ReadonlySet<string> = new Set(
  'a abbr b bdi cite code del em i img ins kbd mark q s small span strong sub sup u'.split(' '),
)
