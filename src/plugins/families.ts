// Plugins that were made of another one, under names that say it: what that one asked for they ask for, too.

/** How such names begin, and the plugin that they are like. */
const FAMILIES: readonly (readonly [begins: RegExp, like: string])[] = [
  [/^katex-/, 'katex'],
  [/^mathjax-/, 'mathjax'],
  [/^image-captions-/, 'image-captions'],
  [/^numbered-headings(?:-|$)/, 'section-numbering'],
]

/** The plugin that a plugin is like: itself, if it is of no family. */
export function leaderOf(name: string): string {
  return FAMILIES.find(([begins]) => begins.test(name))?.[1] ?? name
}
