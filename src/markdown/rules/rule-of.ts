// What markdown-it does where a rule of its own stands. Its functions are called otherwise once the program is bundled, so
// that a name finds none of them.

/** A list of rules. */
interface Rules<Rule> {
  getRules(chain: string): readonly Rule[]
  disable(name: string): unknown
  enable(name: string): unknown
}

/** A rule by its name: the one that is missing while that name is disabled. */
export function ruleOf<Rule>(ruler: Rules<Rule>, name: string): Rule {
  const rules = ruler.getRules('')
  ruler.disable(name)
  const others = new Set(ruler.getRules(''))
  ruler.enable(name)
  const rule = rules.find((one) => !others.has(one))
  if (rule === undefined) throw new Error(`markdown-it has no rule "${name}"`)
  return rule
}
