// What HTML knows of its elements by name, once.

const set = (names: string): ReadonlySet<string> => new Set(names.split(/\s+/).filter(Boolean))

/** Elements without content (HTML standard, "void elements"). */
export const VOID: ReadonlySet<string> = set(
  'area base basefont bgsound br col embed hr img input keygen link meta param source track wbr',
)

const SCOPE = set('applet caption html table td th marquee object template svg math')
/** All that is special but boxes and paragraphs. */
const SPECIAL = set(
  'applet article aside blockquote body button caption center colgroup dd details dir dl dt fieldset figcaption figure ' +
    'footer form h1 h2 h3 h4 h5 h6 header hgroup html iframe li listing main marquee menu nav noembed noscript object ol ' +
    'plaintext pre script search section select style summary svg math table tbody td template textarea tfoot th thead ' +
    'title tr ul xmp',
)

/** Elements whose end tag may be left out: they end with their parent or their next sibling. */
export const OPTIONAL_END: ReadonlySet<string> = set(
  'p li dt dd option optgroup tr td th thead tbody tfoot colgroup caption rp rt',
)

/**
 * What browsers look no further than for an open element that a start tag ends with all boxes in it: those of `ENDS`, or
 * one of its own name (HTML Standard, 13.2.6.4.7).
 */
export const REACHES: Readonly<Record<string, ReadonlySet<string>>> = {
  li: SPECIAL,
  dt: SPECIAL,
  dd: SPECIAL,
  button: SCOPE,
  select: SCOPE,
}

/** Which open element a start tag ends when it stands directly in it. */
export const ENDS: Readonly<Record<string, ReadonlySet<string>>> = {
  li: set('li'),
  dt: set('dt dd'),
  dd: set('dt dd'),
  p: set('p'),
  option: set('option'),
  optgroup: set('option optgroup'),
  tr: set('tr td th'),
  td: set('td th'),
  th: set('td th'),
  thead: set('thead tbody tfoot tr td th colgroup caption'),
  tbody: set('thead tbody tfoot tr td th colgroup caption'),
  tfoot: set('thead tbody tfoot tr td th colgroup caption'),
}

/** Elements that no paragraph holds: their start tags end an open one (HTML Standard, 13.2.6.4.7). */
export const ENDS_PARAGRAPH: ReadonlySet<string> = set(
  'address article aside blockquote center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 ' +
    'h4 h5 h6 header hgroup hr li listing main menu nav ol p pre search section summary table ul xmp',
)

/** Elements whose content is text, whatever it looks like. */
export const RAW_TEXT: ReadonlySet<string> = set(
  'script style textarea title xmp iframe noembed noframes',
)

/** Elements in a line of text: their tags separate no words. */
export const INLINE: ReadonlySet<string> = set(
  'a abbr acronym b bdi bdo big cite code del dfn em font i ins kbd label mark nobr q ruby s samp small span strike strong sub sup tt u var wbr',
)

/**
 * Elements that hide what is in them, or show it only to browsers of old: without an end tag they would swallow the
 * page. What may stand in them is kept inside.
 */
export const SWALLOWS: Readonly<Record<string, ReadonlySet<string>>> = {
  audio: set('source track'),
  video: set('source track'),
  object: set('param embed'),
  select: set('option optgroup'),
  datalist: set('option'),
  canvas: set(''),
  dialog: set(''),
  noscript: set(''),
  template: set(''),
}

/**
 * Elements that show nothing, or not what was meant, without attributes, an end or what they are parts of. Where such a tag
 * stands alone among words, the words are about it: "put it in the <head>".
 */
export const TALKED_ABOUT: ReadonlySet<string> = set(
  'html head body base link meta col source track param area embed img input frame frameset table thead tbody tfoot tr td th ' +
    'caption colgroup ul ol dl li dt dd option optgroup select form fieldset legend button label output iframe video audio ' +
    'canvas object template noscript dialog datalist details summary h1 h2 h3 h4 h5 h6 header footer nav main section ' +
    'article aside hgroup figure figcaption address pre div span a map menu search svg math picture progress meter',
)

/** A page has these once. Browsers give the attributes of others to the page's own, and their tags mean nothing else. */
export const ONCE: ReadonlySet<string> = set('html head body')

/** Inside these elements tags belong to other languages, and `<x/>` closes itself. */
export const FOREIGN: ReadonlySet<string> = set('svg math')

/** Elements of HTML, those of old included. What is none of them and has no hyphen is no tag. */
const KNOWN = set(`
  a abbr acronym address applet area article aside audio b base basefont bdi bdo bgsound big blink blockquote body br
  button canvas caption center cite code col colgroup data datalist dd del details dfn dialog dir div dl dt em embed
  fieldset figcaption figure font footer form h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe img input ins
  kbd keygen label legend li link main map mark marquee math menu menuitem meta meter nav nobr noembed noframes noscript
  object ol optgroup option output p param picture pre progress q rb rp rt rtc ruby s samp script search section select
  slot small source span strike strong style sub summary sup svg table tbody td template textarea tfoot th thead time
  title tr track tt u ul var video wbr xmp`)

/** Is this the name of an element? Custom elements have a hyphen; word processors leave names with a colon. */
export function isHtmlName(name: string): boolean {
  return KNOWN.has(name) || /^[a-z][a-z0-9]*-/.test(name) || /^(?:[ovw]|st\d):/.test(name)
}
