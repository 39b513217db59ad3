// Comments of another site, loaded when a reader asks for them, or follows a link to one.
const place = document.querySelector('.comments')
const button = place.querySelector('button')

function show() {
  const thread = document.createElement('div')
  thread.id = 'disqus_thread'
  const script = document.createElement('script')
  script.src = 'https://' + place.dataset.site + '.disqus.com/embed.js'
  script.dataset.timestamp = Date.now()
  script.onerror = () => place.replaceChildren(button)
  place.replaceChildren(thread)
  document.body.append(script)
}

button.addEventListener('click', show)
if (/^#(?:comment-|disqus_thread)/.test(location.hash)) show()
