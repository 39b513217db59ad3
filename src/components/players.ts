// Where hosts of films, sounds, slides and sketches have their players: the address of a frame for the address of a page.
// Nothing is loaded from them before a reader asks.

const PLAYERS: readonly (readonly [page: RegExp, player: (id: string, rest: string) => string])[] =
  [
    [
      /^https?:\/\/(?:www\.|m\.)?(?:youtube\.com\/(?:watch\?(?:.*&)?v=|embed\/|shorts\/|live\/)|youtu\.be\/)([\w-]{6,})(.*)$/i,
      (id, rest) => `https://www.youtube-nocookie.com/embed/${id}${startOf(rest)}`,
    ],
    [
      /^https?:\/\/(?:www\.)?youtube\.com\/playlist\?list=([\w-]+)/i,
      (id) => `https://www.youtube-nocookie.com/embed/videoseries?list=${id}`,
    ],
    [
      /^https?:\/\/(?:www\.|player\.)?vimeo\.com\/(?:video\/)?(\d+)/i,
      (id) => `https://player.vimeo.com/video/${id}?dnt=1`,
    ],
    [
      /^https?:\/\/(?:www\.)?loom\.com\/(?:share|embed)\/(\w+)/i,
      (id) => `https://www.loom.com/embed/${id}`,
    ],
    [
      /^https?:\/\/(?:www\.)?bilibili\.com\/video\/(BV\w+)/i,
      (id) => `https://player.bilibili.com/player.html?bvid=${id}&autoplay=0`,
    ],
    [
      /^https?:\/\/open\.spotify\.com\/(?:embed\/)?((?:track|album|playlist|episode|show)\/\w+)/i,
      (id) => `https://open.spotify.com/embed/${id}`,
    ],
    [
      /^https?:\/\/codepen\.io\/([\w-]+\/)(?:pen|embed)\/(\w+)/i,
      (user, id) => `https://codepen.io/${user}embed/${id}`,
    ],
    [
      /^https?:\/\/codesandbox\.io\/(?:s|embed|p\/sandbox)\/((?:github\/[\w.-]+\/[\w./-]+)|[\w-]+)/i,
      (id) => `https://codesandbox.io/embed/${id}`,
    ],
    [
      /^https?:\/\/drive\.google\.com\/file\/d\/([\w-]+)/i,
      (id) => `https://drive.google.com/file/d/${id}/preview`,
    ],
    [
      /^https?:\/\/docs\.google\.com\/presentation\/d\/((?:e\/)?[\w-]+)/i,
      (id) => `https://docs.google.com/presentation/d/${id}/embed`,
    ],
    [
      /^(https?:\/\/(?:www\.)?figma\.com\/(?:file|design|proto|board|slides|deck)\/.+)$/i,
      (address) =>
        `https://www.figma.com/embed?embed_host=share&url=${encodeURIComponent(address)}`,
    ],
  ]

function startOf(rest: string): string {
  const seconds = /[?&](?:t|start)=(\d+)/.exec(rest)?.[1]
  return seconds === undefined ? '' : `?start=${seconds}`
}

/** The frame for an address; undefined for hosts that are not known. */
export function playerOf(address: string): string | undefined {
  for (const [page, player] of PLAYERS) {
    const found = page.exec(address)
    if (found !== null) return player(found[1] ?? '', found[2] ?? '')
  }
  return undefined
}
