// A list item that begins with an empty line: GitBook.com's editor writes a picture or a block of code as the only content of an
// item so, four columns further right. CommonMark ends the item there, and shows what follows as code.
import type { MarkdownIt } from 'markdown-it'
import { pageOf } from '../page.ts'

const MARK = /^([ \t]*)([*+-]|\d{1,9}[.)])[ \t]*$/
const ITEM = /^[ \t]*(?:[*+-]|\d{1,9}[.)])(?:[ \t]|$)/

/** Makes the empty line behind a mark without content belong to the item. */
export function emptyItems(md: MarkdownIt): void {
  const Base = md.block.State
  md.block.State = class extends Base {
    override isEmpty(line: number): boolean {
      return super.isEmpty(line) && !this.#beginsItem(line)
    }

    #beginsItem(line: number): boolean {
      if (line === 0 || pageOf(this.env)?.isOfGitbookCom !== true) return false
      const [, indent = '', mark] = MARK.exec(this.#line(line - 1)) ?? []
      if (mark === undefined || this.#isText(line - 2, indent.length)) return false
      const content = this.#line(this.skipEmptyLines(line))
      return content.trim() !== '' && indentOf(content) > indent.length + mark.length
    }

    #line(line: number): string {
      return this.src.slice(this.bMarks[line], this.eMarks[line])
    }

    /** Is there text that a mark without content would not end? */
    #isText(line: number, indent: number): boolean {
      const before = line < 0 ? '' : this.#line(line)
      return before.trim() !== '' && !ITEM.test(before) && indentOf(before) <= indent
    }
  }
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length
}
