// Which fonts a book is set in: those that come with the compiler, and the first of the usual ones of each script that
// this machine has.
import { homedir } from 'node:os'
import path from 'node:path'
import { cachesFolder } from '../../files/caches.ts'

/** Families of a script, best first: free ones, then those of the large systems. */
const SCRIPTS = {
  Hans: [
    'Noto Serif CJK SC',
    'Source Han Serif SC',
    'Songti SC',
    'SimSun',
    'Noto Sans CJK SC',
    'PingFang SC',
    'Microsoft YaHei',
  ],
  Hant: [
    'Noto Serif CJK TC',
    'Source Han Serif TC',
    'Songti TC',
    'PMingLiU',
    'Noto Sans CJK TC',
    'PingFang TC',
    'Microsoft JhengHei',
  ],
  Jpan: [
    'Noto Serif CJK JP',
    'Source Han Serif',
    'Hiragino Mincho ProN',
    'Yu Mincho',
    'Noto Sans CJK JP',
    'Yu Gothic',
  ],
  Kore: [
    'Noto Serif CJK KR',
    'Source Han Serif K',
    'AppleMyungjo',
    'Batang',
    'Noto Sans CJK KR',
    'Malgun Gothic',
  ],
  Arab: [
    'Noto Naskh Arabic',
    'Amiri',
    'Geeza Pro',
    'Traditional Arabic',
    'Noto Sans Arabic',
    'DejaVu Sans',
  ],
  Hebr: [
    'Noto Serif Hebrew',
    'David Libre',
    'Arial Hebrew',
    'David',
    'Noto Sans Hebrew',
    'DejaVu Sans',
  ],
  Thai: ['Noto Serif Thai', 'Thonburi', 'Leelawadee UI', 'Noto Sans Thai', 'TH Sarabun New'],
  Deva: ['Noto Serif Devanagari', 'Kohinoor Devanagari', 'Nirmala UI', 'Noto Sans Devanagari'],
} as const

/** Fonts of signs: drawn in one color first, as a book on paper has them. */
const SIGNS = [
  'DejaVu Sans',
  'Noto Sans Symbols 2',
  'Noto Emoji',
  'Symbola',
  'Segoe UI Symbol',
  'Noto Color Emoji',
  'Apple Color Emoji',
  'Segoe UI Emoji',
]

/** Scripts whose fonts have the characters of each other, and what Noto calls theirs. */
const EAST_ASIAN: { readonly [script: string]: string } = {
  Hans: 'SC',
  Hant: 'TC',
  Jpan: 'JP',
  Kore: 'KR',
}

/** Faces of East Asia that stand out from those of the text: their scripts are not slanted. */
const EMPHASIS = ['KaiTi', 'STKaiti', 'Kaiti SC', 'AR PL UKai CN', 'Hiragino Sans', 'Yu Gothic']

/** The families of a book, and those of its code. */
export interface FontChoice {
  readonly body: readonly string[]
  /** Those of stressed words. */
  readonly emphasis: readonly string[]
  readonly mono: readonly string[]
  /** Those of the script of the book: one of them must be there. */
  readonly own: readonly string[]
}

const unique = (names: readonly string[]): readonly string[] => [...new Set(names)]

function scriptOf(language: string): string {
  return new Intl.Locale(language).maximize().script ?? 'Latn'
}

/** Are quotation marks and dashes as wide as characters? In Korean they are not. */
export function isChineseOrJapanese(language: string): boolean {
  return ['Hans', 'Hant', 'Jpan'].includes(scriptOf(language))
}

/** The families for a language, and the one that a book asks for. */
export function fontsFor(language: string, asked: string | undefined): FontChoice {
  const script = scriptOf(language)
  const own: readonly string[] = Object.hasOwn(SCRIPTS, script)
    ? SCRIPTS[script as keyof typeof SCRIPTS]
    : []
  const wanted = asked === undefined ? [] : [asked]
  const rest = [...own, ...SIGNS, ...fontsOfOthers(script)]
  const asian = EAST_ASIAN[script] ?? 'SC'
  const code = ['DejaVu Sans Mono', `Noto Sans Mono CJK ${asian}`]
  return {
    body: unique([...wanted, 'Libertinus Serif', ...rest]),
    emphasis: unique([
      ...wanted,
      'Libertinus Serif',
      ...EMPHASIS,
      `Noto Sans CJK ${asian}`,
      ...rest,
    ]),
    mono: unique([...code, ...rest]),
    own,
  }
}

/**
 * Families of the other scripts. Each that is named is loaded for a character that those before it lack, and those of East
 * Asia are the largest there are: once is enough.
 */
function fontsOfOthers(script: string): readonly string[] {
  return Object.entries(SCRIPTS).flatMap(([name, families]) =>
    name in EAST_ASIAN && (script in EAST_ASIAN || name !== 'Hans') ? [] : families,
  )
}

/** The folders that hold fonts: those of the system, and one of our own that workflows keep. */
export function fontFolders(platform: NodeJS.Platform = process.platform): readonly string[] {
  return [...systemFolders(platform), path.join(cachesFolder(process.env), 'fonts')]
}

function systemFolders(platform: NodeJS.Platform): readonly string[] {
  const home = homedir()
  if (platform === 'darwin')
    return ['/System/Library/Fonts', '/Library/Fonts', path.join(home, 'Library/Fonts')]
  if (platform === 'win32')
    return [
      path.join(process.env['WINDIR'] ?? String.raw`C:\Windows`, 'Fonts'),
      path.join(home, 'AppData/Local/Microsoft/Windows/Fonts'),
    ]
  return [
    '/usr/share/fonts',
    '/usr/local/share/fonts',
    path.join(home, '.local/share/fonts'),
    path.join(home, '.fonts'),
  ]
}
