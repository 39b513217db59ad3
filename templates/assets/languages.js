// On the page where readers choose a language: goes to theirs, once. Whoever comes from inside the site or goes back
// wants to choose.
;(() => {
  try {
    if (sessionStorage.handbookLanguage) return
    sessionStorage.handbookLanguage = 'chosen'
  } catch {
    return
  }
  const [visit] = performance.getEntriesByType('navigation')
  const here = new URL('.', location).href
  if (document.referrer.startsWith(here) || visit?.type === 'back_forward') return
  const links = [...document.querySelectorAll('a[hreflang]')]
  const parts = (tag) => {
    try {
      return new Intl.Locale(tag).maximize()
    } catch {
      return {}
    }
  }
  const tests = [
    (wanted, own) => wanted.toString() === own.toString(),
    (wanted, own) => wanted.script === own.script,
    () => true,
  ]
  for (const tag of navigator.languages) {
    const wanted = parts(tag)
    const same = links.filter(({ hreflang }) => parts(hreflang).language === wanted.language)
    for (const test of tests) {
      const link = same.find(({ hreflang }) => test(wanted, parts(hreflang)))
      if (link && wanted.language) return location.assign(link.href)
    }
  }
})()
