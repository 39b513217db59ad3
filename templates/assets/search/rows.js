// What the list of the dialog is made of: pages and sections that were found, titles, queries of before.

const { find, off } = window.handbookKit
const { base } = find('.search-button').dataset

export const element = (name, className, ...children) => {
  const made = Object.assign(document.createElement(name), { className })
  made.append(...children)
  return made
}

const withRole = (made, role) => Object.assign(made, { role })

export const labeled = (group, ariaLabel) => Object.assign(group, { ariaLabel, role: 'group' })

/** A row that asks again, and its data say what: a query of before, or all books of the site. */
export function askingRow(text, data) {
  const row = withRole(element('div', 'search-recent', text), 'option')
  row.dir = 'auto'
  Object.assign(row.dataset, data)
  return row
}

/** A title within the list. */
export const headingOf = (text) => withRole(element('p', 'search-near', text), 'presentation')

const marked = (parts) => parts.map(([text, hit]) => (hit ? element('mark', '', text) : text))

export const marks = !off.includes('marks')

/** A result; the page that it leads to marks what was asked for. */
function option(url, className, held, ...children) {
  const row = element('a', className, ...children)
  row.href = base + url
  if (marks) row.search = new URLSearchParams({ h: held })
  row.tabIndex = -1
  return withRole(row, 'option')
}

/** A page: itself, with the text that was found at its top, and its sections. */
export function pageGroup({ url, title, trail, sections, held }) {
  const group = labeled(element('div', 'search-group'), title.map(([text]) => text).join(''))
  const page = option(url, 'search-page', held, element('span', 'search-title', ...marked(title)))
  if (trail) page.append(element('div', 'search-trail', trail))
  group.append(page)
  for (const section of sections) {
    const text = element('div', 'search-text', ...marked(section.text))
    if (section.id) {
      const heading = element('span', 'search-heading', ...marked(section.title))
      group.append(
        option(`${url}#${encodeURIComponent(section.id)}`, 'search-section', held, heading, text),
      )
    } else if (section.text.length) page.append(text)
  }
  return group
}
