// Asks the services that count readers, in books that name one. Nobody is counted on a disk or on the machine of an author.
const { google, baidu } = document.currentScript.dataset

function load(address) {
  const script = document.createElement('script')
  script.src = address
  script.async = true
  document.head.append(script)
}

function tell() {
  window.dataLayer.push(arguments)
}

if (!/^(?:|localhost|127\.[\d.]+|\[::1\])$/.test(location.hostname)) {
  if (google) {
    window.dataLayer = window.dataLayer || []
    if (/^GTM-/i.test(google)) {
      window.dataLayer.push({ 'gtm.start': Date.now(), event: 'gtm.js' })
      load('https://www.googletagmanager.com/gtm.js?id=' + google)
    } else {
      tell('js', new Date())
      tell('config', google)
      load('https://www.googletagmanager.com/gtag/js?id=' + google)
    }
  }
  if (baidu) {
    window._hmt = window._hmt || []
    load('https://hm.baidu.com/hm.js?' + baidu)
  }
}
