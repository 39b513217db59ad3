// How the Chinese words of a book sound, for readers who type `ziyuan` with their input method off: which characters are
// read by each syllable, and which character often follows which. With both a browser writes what was typed in the
// characters of the book. Words of one character are not asked for.
import { compare } from '../core/diagnostic.ts'
import type { Entry } from './postings.ts'

/** Reads one character, without tones; `''` for what has no reading. */
export type ReadCharacter = (character: string) => string

/** Pairs of characters in a book: more are too rare to be words. */
const MOST_PAIRS = 3000
const PAIR = /^[\u3400-\u9fff]{2}$/

/** Further readings of common characters, and `v` as it is typed for `ü`. */
const ALSO: ReadonlyMap<string, readonly string[]> = new Map(
  `长chang,zhang 行xing,hang 重zhong,chong 调diao,tiao 传chuan,zhuan 率lv,shuai 都du,dou 还hai,huan 会hui,kuai
  校xiao,jiao 弹dan,tan 差cha,chai 单dan,shan 系xi,ji 降jiang,xiang 藏cang,zang 参can,cen 称cheng,chen 乐le,yue
  解jie,xie 角jiao,jue 觉jue,jiao 卡ka,qia 曾ceng,zeng 朝chao,zhao 盛sheng,cheng 数shu,shuo 提ti,di 载zai
  种zhong 转zhuan 着zhe,zhao,zhuo 了le,liao 地di,de 得de,dei 的de,di 和he,huo 读du,dou 便bian,pian 更geng
  落luo,la 量liang 没mei,mo 切qie 色se,shai 石shi,dan 似si,shi 宿su,xiu 相xiang 应ying 与yu 正zheng 只zhi 女nv
  绿lv 旅lv 律lv 略lve 虑lv 滤lv 屡lv 履lv 吕lv 驴lv 侣lv 铝lv 氯lv 長chang,zhang 調diao,tiao 傳chuan,zhuan 還hai,huan
  會hui,kuai 彈dan,tan 單dan,shan 參can,cen 稱cheng,chen 樂le,yue 覺jue,jiao 數shu,shuo 載zai 種zhong 轉zhuan
  應ying 與yu 綠lv 慮lv 濾lv`
    .trim()
    .split(/\s+/)
    .map((entry) => [entry.charAt(0), entry.slice(1).split(',')]),
)

/** Syllables with their characters, and characters with those that follow them, the most common first. */
export function soundsOf(
  dense: readonly Entry[],
  readingOf: ReadCharacter,
): readonly [syllables: string, followers: string] {
  const pairs = dense
    .filter(({ term }) => PAIR.test(term))
    .sort((a, b) => b.list.length - a.list.length || compare(a.term, b.term))
    .slice(0, MOST_PAIRS)
  const bySyllable = new Map<string, string>()
  const followers = new Map<string, string>()
  for (const character of new Set(pairs.flatMap(({ term }) => Array.from(term))))
    for (const syllable of syllablesOf(character, readingOf))
      bySyllable.set(syllable, (bySyllable.get(syllable) ?? '') + character)
  for (const { term } of pairs) {
    const [first = '', second = ''] = term
    followers.set(first, (followers.get(first) ?? '') + second)
  }
  return [joined(bySyllable), joined(followers)]
}

function syllablesOf(character: string, readingOf: ReadCharacter): ReadonlySet<string> {
  const all = new Set([readingOf(character), ...(ALSO.get(character) ?? [])])
  all.delete('')
  return all
}

const joined = (lists: ReadonlyMap<string, string>): string =>
  [...lists].map(([key, list]) => key + list).join(' ')
