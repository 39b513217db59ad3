// Before the first paint: what the reader chose, and where the sidebar stood. Storage may be forbidden: never throw.
(d => {
  d.classList.add('js')
  try {
    const chosen = JSON.parse(localStorage.handbook || '{}')
    for (const name in chosen) d.dataset[name] = chosen[name]
    if (chosen.width) d.style.setProperty('--sidebar', chosen.width + 'px')
  } catch {}
  const frame = requestAnimationFrame
  const place = () => {
    const bar = document.getElementById('hb-sidebar')
    if (!bar?.nextElementSibling) return document.readyState === 'loading' && frame(place)
    try {
      bar.scrollTop = sessionStorage.handbookTop
    } catch {}
    bar.querySelector('.active')?.scrollIntoView({ block: 'nearest' })
  }
  frame(place)
})(document.documentElement)
