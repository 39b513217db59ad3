// Gives every component of a page what is seen of it: elements of the tree, from the inside out. It runs before headings get
// their ids and references their targets, so that what is in a component is treated like everything else.
import { listed } from '../tree/listed.ts'
import type { Node } from '../tree/node.ts'
import { showAnnotations } from './annotations.ts'
import { isBlank } from './blank.ts'
import { showButtons, showSigns } from './buttons.ts'
import { showCards } from './cards.ts'
import { nameCode } from './code.ts'
import { readCustomBlocks } from './custom-blocks.ts'
import type { Component, ComponentBlock, ComponentKit } from './define.ts'
import { cleanAttributes } from './editor-attributes.ts'
import { nameDetails } from './expandable.ts'
import { dropDeletedPictures } from './deleted-pictures.ts'
import { dropEmptyHeadings } from './empty-headings.ts'
import { showEmoji } from './emoji.ts'
import { showFigures } from './figures.ts'
import { showFormulas } from './formulas.ts'
import { showIcons } from './icons.ts'
import { ownLayout } from './layout.ts'
import { takeAnchors } from './own-anchors.ts'
import { showPaint } from './paint.ts'
import { nameMentions } from './reference.ts'
import { splitParagraphs } from './split-paragraphs.ts'
import { componentNamed } from './table.ts'
import { showTypedTables } from './typed-tables.ts'

/** Renders the components among nodes and below them, in place. */
export function renderComponents(nodes: Node[], kit: ComponentKit): void {
  if (kit.isOfGitbookCom === true) readCustomBlocks(nodes)
  const written = listed(nodes)
  const hasBlocks = written.blocks.some(isComponent)
  if (hasBlocks) renderAll(nodes, kit, undefined)
  const shown = hasBlocks ? listed(nodes) : written
  nameMentions(nodes, shown, kit)
  showIcons(nodes, shown)
  showCards(nodes, shown, kit)
  splitParagraphs(nodes, shown)
  if (kit.isOfGitbookCom === true) showEditor(nodes, kit)
  else if (kit.showsEmoji === true) showEmoji(nodes)
}

/** Renders the components of Markdown that stands in another file, before it becomes a part of a page. */
export function renderBrought(nodes: Node[], kit: ComponentKit): readonly Node[] {
  // It shows no other files: one of them could be the one that it is in.
  renderAll(nodes, { ...kit, apiText: () => undefined, fileText: () => undefined }, undefined)
  return nodes
}

/** Shows what stands for words and signs in headings of a page that is not rendered. */
export function showWords(nodes: Node[], isOfGitbookCom: boolean): void {
  showIcons(nodes, listed(nodes))
  if (!isOfGitbookCom) return
  showSigns(nodes)
  showEmoji(nodes)
}

/** What only GitBook.com's editor writes. */
function showEditor(nodes: Node[], kit: ComponentKit): void {
  showAnnotations(nodes)
  showSigns(nodes)
  showEmoji(nodes)
  showFormulas(nodes)
  dropDeletedPictures(nodes, kit)
  showFigures(nodes)
  showPaint(nodes)
  showButtons(nodes)
  showTypedTables(nodes, kit)
  takeAnchors(nodes)
  dropEmptyHeadings(nodes)
  nameDetails(nodes)
  cleanAttributes(nodes, kit)
}

function isComponent(node: Node): node is ComponentBlock {
  return node.kind === 'block' && node.block === 'component'
}

function renderAll(nodes: Node[], kit: ComponentKit, parent: string | undefined): void {
  let hasBlocks = false
  for (const node of nodes) {
    if (node.kind === 'text' || node.kind === 'raw') continue
    if (isComponent(node)) {
      hasBlocks = true
      renderAll(node.children, kit, node.name)
    } else renderAll(node.children, kit, undefined)
  }
  if (!hasBlocks) return
  nameCode(nodes)
  gatherParts(nodes, parent, kit)
  for (const node of nodes) if (isComponent(node)) show(node, kit)
}

/** Parts without what they are parts of get it: neighbors together. */
function gatherParts(nodes: Node[], parent: string | undefined, kit: ComponentKit): void {
  const isOrphan = (node: Node): node is ComponentBlock => {
    if (!isComponent(node)) return false
    const { within } = componentNamed(node.name) ?? {}
    return within !== undefined && within !== parent
  }
  if (!nodes.some(isOrphan)) return
  const gathered: Node[] = []
  let around: ComponentBlock | undefined
  for (const node of nodes) {
    if (!isOrphan(node)) {
      if (around !== undefined && isBlank(node)) around.children.push(node)
      else {
        around = undefined
        gathered.push(node)
      }
      continue
    }
    const within = componentNamed(node.name)?.within ?? ''
    if (around?.name !== within) {
      around = {
        kind: 'block',
        block: 'component',
        name: within,
        tag: within,
        attributes: [],
        content: [],
        children: [],
        at: node.at,
      }
      gathered.push(around)
    }
    show(node, kit)
    around.children.push(node)
  }
  nodes.splice(0, nodes.length, ...gathered)
}

function show(block: ComponentBlock, kit: ComponentKit): void {
  const component: Component | undefined = componentNamed(block.name)
  block.content = block.children
  const own = ownLayout(block, kit, component)
  // A part is shown by what it is a part of.
  if (own !== undefined) {
    block.children = own
    return
  }
  if (component?.html !== undefined) block.children = [...component.html(block, kit)]
  const { markdown } = component ?? {}
  if (markdown !== undefined) block.markdown = (writing) => markdown(block, writing)
}
