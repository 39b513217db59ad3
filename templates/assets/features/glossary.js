// A long glossary: a field leaves the terms that hold its words, and a letter those that begin with it where they do not
// stand together. A term of Chinese is found by its sound, too.
const letters = document.querySelector('.letters')
const field = letters?.querySelector('input')

/** Terms by their ids: each is a heading and what follows it. */
const terms = new Map()
let term
for (const part of document.querySelector('.glossary').children) {
  if (part.matches('h1')) term = undefined
  else if (part.matches('h2')) terms.set(part.id, (term = [part]))
  else term?.push(part)
}

/** Shows the terms that are meant; by a letter or by words. */
function show(isMeant, letter) {
  let count = 0
  for (const [id, parts] of terms) {
    const isShown = isMeant(id, parts)
    if (isShown) count++
    for (const part of parts) part.hidden = !isShown
  }
  for (const link of letters.querySelectorAll('a')) link.removeAttribute('aria-current')
  letter?.setAttribute('aria-current', 'true')
  return count
}

if (letters) {
  const sounds = new Map(
    (letters.dataset.readings ?? '').split(' ').map((one) => {
      const at = one.lastIndexOf(':')
      return [one.slice(0, at), one.slice(at + 1)]
    }),
  )
  field.oninput = () => {
    const words = field.value.toLowerCase().split(/\s+/)
    const count = show((id, parts) => {
      const text = parts.map((part) => part.textContent).join(' ')
      const all = `${text} ${sounds.get(id) ?? ''}`.toLowerCase()
      return words.every((word) => all.includes(word))
    })
    document.querySelector('body > [role=status]').textContent = field.dataset.count.replace(
      '{count}',
      count,
    )
  }
  letters.addEventListener('click', (event) => {
    const letter = event.target.closest('[data-terms]')
    if (!letter || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    field.value = ''
    const wasMeant = letter.matches('[aria-current]')
    const meant = letter.dataset.terms.split(' ')
    show((id) => wasMeant || meant.includes(id), wasMeant ? undefined : letter)
  })
  addEventListener('hashchange', () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)))
    if (!target?.closest('[hidden]')) return
    field.value = ''
    show(() => true)
    target.scrollIntoView()
  })
}
