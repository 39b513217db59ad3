// Runs before the first paint.
;((root) => {
  root.classList.add('js')
  if (navigator.share) root.classList.add('can-share')
  try {
    const kept = JSON.parse(localStorage.handbook)
    for (const name in kept) root.dataset[name] = kept[name]
    if (kept.width) root.style.setProperty('--sidebar', kept.width + 'px')
  } catch {}
  const place = () => {
    const page = document.querySelector('.book-body')
    if (!page && document.readyState === 'loading') return requestAnimationFrame(place)
    try {
      const bar = page.previousElementSibling
      bar.scrollTop = sessionStorage.handbookTop
      // scrollIntoView() would scroll the page too.
      const { top } = bar.querySelector('.active > a').getBoundingClientRect()
      bar.scrollTop += Math.min(top - 200, 0) || Math.max(top - innerHeight * 0.8, 0)
    } catch {}
  }
  requestAnimationFrame(place)
})(document.documentElement)
