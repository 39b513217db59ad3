/** Statements of template languages, and what their samples are made of. */
const FOREIGN: ReadonlySet<string> = new Set(
  `if elif elseif elsif else for asyncEach asyncAll each set block extends include import from macro call filter raw
  verbatim switch case default autoescape assign capture comment cycle increment decrement tablerow unless
  include_relative liquid load static trans url with csrf_tag csrf_token render layout section schema paginate form
  handbook-import codesnippet vars`.split(/\s+/),
)

/** Is a name a statement of a template language, or one that GitBook.com gives a meaning of its own? */
export function isForeign(name: string): boolean {
  return FOREIGN.has(name) || name.startsWith('vars.')
}
