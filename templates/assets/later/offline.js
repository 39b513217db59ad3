// The book for times without a network: kept by the browser, or as an archive. Both need a server to come from.
const { find, own } = window.handbookKit
const top = new URL('..', own)
const at = (name) => new URL(name, top).href
const isSafe = location.protocol !== 'file:'

const registration = () => navigator.serviceWorker.getRegistration(top)

/** The choice in the panel; taken away where it cannot be offered. */
async function offerKeeping(box, say) {
  if (!isSafe || !navigator.serviceWorker) return box.closest('label').remove()
  box.checked = Boolean(await registration())
  box.onchange = () => (box.checked ? keep(box, say) : drop())
}

async function keep(box, say) {
  const label = box.closest('label')
  try {
    await navigator.serviceWorker.register(at('handbook-offline.js'))
    const { active } = await navigator.serviceWorker.ready
    await new Promise((resolve, reject) => {
      navigator.serviceWorker.onmessage = ({ data: { kept, done, all } }) => {
        if (done) label.dataset.done = Math.round((100 * done) / all) + ' %'
        else if (kept) resolve()
        else reject(new Error('not kept'))
      }
      active.postMessage('keep')
    })
    say('kept')
  } catch {
    box.checked = false
    await drop()
    say('failed')
  }
  delete label.dataset.done
}

async function drop() {
  const known = await registration()
  if (!known) return
  await caches.delete('handbook ' + known.scope)
  await known.unregister()
}

/** A ZIP archive of the whole site, made here: no server has to hold it. */
function offerArchive(button, say) {
  if (!isSafe) return button.parentElement.remove()
  button.onclick = async () => {
    button.disabled = true
    try {
      save(await archive((share) => (button.dataset.done = Math.round(100 * share) + ' %')))
    } catch {
      say('failed')
    }
    button.disabled = false
    delete button.dataset.done
  }
}

function save(blob) {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download =
    find('.book-title')
      .textContent.trim()
      .replace(/[\\/:*?"<>|]+/g, ' ') + '.zip'
  link.click()
  setTimeout(URL.revokeObjectURL, 60000, link.href)
}

async function archive(tell) {
  const files = await (await fetch(at('handbook/files.json'))).json()
  const parts = []
  const directory = []
  let offset = 0
  for (const [index, name] of files.entries()) {
    const answer = await fetch(at(encodeURI(name).replace(/[?#]/g, encodeURIComponent)))
    if (!answer.ok) throw new Error(name)
    const data = new Uint8Array(await answer.arrayBuffer())
    const path = new TextEncoder().encode(name)
    const packed = await pack(data)
    const fields = entryFields(data, packed, path)
    parts.push(header(0x04034b50, fields, []), path, packed)
    directory.push(header(0x02014b50, fields, [0, 0, 0, 0, 0, offset, offset >>> 16]), path)
    offset += 30 + path.length + packed.length
    tell((index + 1) / files.length)
  }
  const size = directory.reduce((sum, part) => sum + part.length, 0)
  const { length: count } = files
  const end = [0, 0, count, count, size, size >>> 16, offset, offset >>> 16, 0]
  return new Blob([...parts, ...directory, words(0x06054b50, end)], { type: 'application/zip' })
}

const pack = async (data) =>
  new Uint8Array(
    await new Response(
      new Blob([data]).stream().pipeThrough(new CompressionStream('deflate-raw')),
    ).arrayBuffer(),
  )

/** Version, names in UTF-8, deflated, no date; check sum, sizes, length of the name. */
function entryFields(data, packed, path) {
  const sum = checksum(data)
  const [small, large] = [packed.length, data.length]
  return [
    20,
    0x0800,
    8,
    0,
    0x21,
    sum,
    sum >>> 16,
    small,
    small >>> 16,
    large,
    large >>> 16,
    path.length,
    0,
  ]
}

/** In the directory the version stands twice, and more follows. */
const header = (sign, fields, more) =>
  words(sign, [...(more.length ? [20] : []), ...fields, ...more])

/** A sign of four bytes and words of two, the lower byte first. */
function words(sign, list) {
  const bytes = new DataView(new ArrayBuffer(4 + 2 * list.length))
  bytes.setUint32(0, sign, true)
  list.forEach((word, index) => bytes.setUint16(4 + 2 * index, word, true))
  return new Uint8Array(bytes.buffer)
}

const table = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1
  return value
})

function checksum(data) {
  let value = -1
  for (const byte of data) value = table[(value ^ byte) & 255] ^ (value >>> 8)
  return ~value >>> 0
}

window.handbookOffline = { offerKeeping, offerArchive }
