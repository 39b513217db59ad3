// Changes of a text as mistakes, tools and attackers make them. The same random numbers make the same text.
import type { Random } from '../../tests/support/random.ts'

/** What some part of the program gives a meaning to. */
const TOKENS: readonly string[] = (
  '{{ }} {% %} {%- -%} {# #} {%if {%endif%} {%for {%endfor%} {%set {%raw%} {%endraw%} {%include {%block {%extends {%macro ' +
  '{%hint%} {%endhint%} {%tabs%} {%tab {%endtabs%} {%code%} | ~ ** * _ ` ``` ~~~ [ ] ( ) ![ [^ ]: [^1]: > # - + 1. : | |- |:- ' +
  '--- *** === < > </ /> <! <!-- --> <? <![CDATA[ ]]> <div> </div> <script> </script> <style> <textarea> <title> <svg> <math> ' +
  '<table> <td> <a <img <iframe <plaintext> <template> <select> & &amp; &#0; &#x110000; &lt " \' = == ==== ---- **** ++++ .... ____ ' +
  '|=== [[ ]] << >> :: include:: ifdef::a[] endif::[] image:: link: pass:[ {a} {b} :a: \\ $ $$ \\( \\[ @ http:// www. javascript: ' +
  'data: ../ ./ / // \\\\ ? %00 %2e %ff .. ~/ &a *a !!js <<: key: [a,b] {a:b} null true 1e999 -0 __proto__ constructor toString ' +
  '{{> }} {{#each {{/each}} {{#if {{{ }}} {{! @root ../..'
).split(' ')
const CHARACTERS: readonly string[] = [
  '\0',
  '\uD800',
  '\uDC00',
  '\uFFFD',
  '\uFEFF',
  '\u202E',
  '\u2028',
  '\u00A0',
  '\u0085',
  '\u001B',
  '\t',
  '\r',
  '\r\n',
  '\n\n',
  '\n',
  '   ',
  '😀',
  'é',
  'e\u0301',
  '中',
  '，',
  'ا',
]

type Mutation = (text: string, random: Random, other: () => string) => string

function range(text: string, random: Random, most: number): readonly [number, number] {
  const start = random.below(text.length + 1)
  return [start, Math.min(text.length, start + random.below(most) + 1)]
}

function insert(text: string, random: Random, piece: string): string {
  const at = random.below(text.length + 1)
  return text.slice(0, at) + piece + text.slice(at)
}

function lines(change: (all: string[], random: Random) => void): Mutation {
  return (text, random) => {
    const all = text.split('\n')
    change(all, random)
    return all.join('\n')
  }
}

const MUTATIONS: readonly Mutation[] = [
  (text, random) => insert(text, random, random.pick(TOKENS)),
  (text, random) => insert(text, random, random.pick(TOKENS)),
  (text, random) => insert(text, random, random.pick(CHARACTERS)),
  (text, random) => insert(text, random, random.pick(TOKENS).repeat(random.below(200))),
  (text, random) => {
    const piece = `${random.pick(TOKENS)}${random.pick([' ', '\n', 'a', ''])}`
    return insert(text, random, piece.repeat(random.below(300)))
  },
  (text, random) => {
    const [from, to] = range(text, random, 80)
    return text.slice(0, from) + text.slice(to)
  },
  (text, random) => {
    const [from, to] = range(text, random, 400)
    return insert(text, random, text.slice(from, to).repeat(1 + random.below(4)))
  },
  (text, random) => text.slice(0, random.below(text.length + 1)),
  (text, random) => text.slice(random.below(text.length + 1)),
  (text, random, other) => {
    const foreign = other()
    const [from, to] = range(foreign, random, 1000)
    return insert(text, random, foreign.slice(from, to))
  },
  (text, random) => {
    const at = random.below(text.length + 1)
    const code = text.charCodeAt(at) || 0
    return (
      text.slice(0, at) + String.fromCharCode(code ^ (1 << random.below(7))) + text.slice(at + 1)
    )
  },
  lines((all, random) => {
    const [line = ''] = all.splice(random.below(all.length), 1)
    all.splice(random.below(all.length + 1), 0, line)
  }),
  lines((all, random) => {
    const at = random.below(all.length)
    all.splice(at, 1, '  '.repeat(random.below(40)) + (all[at] ?? ''))
  }),
  lines((all, random) => {
    const at = random.below(all.length)
    all.splice(
      at,
      1,
      random.pick(['> ', '- ', '1. ', '| ', '# ', '* ', '. ', '']) + (all[at] ?? ''),
    )
  }),
  (text, random) => text.replaceAll(/[)\]}>"'`]/g, (sign) => (random.chance(0.05) ? '' : sign)),
  (text) => text.replaceAll('\n', '\r\n'),
]

/** A text after a few changes. */
export function mutate(text: string, random: Random, other: () => string): string {
  let changed = text
  for (let count = 1 + random.below(5); count > 0; count -= 1)
    changed = random.pick(MUTATIONS)(changed, random, other)
  return changed
}
