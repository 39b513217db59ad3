// Links that hand a page on to other sites, for books that name them. They are links and nothing else: no other site hears
// of a reader before one of them is followed.
import type { Settings } from '../core/settings.ts'

/** Where a page can be handed on. */
export interface ShareLink {
  readonly name: string
  readonly url: string
}

type Network = Settings['share'][number]

const query = (members: { readonly [name: string]: string }): string =>
  new URLSearchParams(members).toString().replaceAll('+', '%20')

const NETWORKS: {
  readonly [name in Network]: readonly [
    name: string,
    begin: string,
    say: (url: string, title: string) => { readonly [name: string]: string },
  ]
} = {
  facebook: ['Facebook', 'https://www.facebook.com/sharer/sharer.php?', (u) => ({ u })],
  twitter: ['X', 'https://x.com/intent/post?', (url, text) => ({ url, text })],
  linkedin: ['LinkedIn', 'https://www.linkedin.com/sharing/share-offsite/?', (url) => ({ url })],
  weibo: ['微博', 'https://service.weibo.com/share/share.php?', (url, title) => ({ url, title })],
  qq: ['QQ', 'https://connect.qq.com/widget/shareqq/index.html?', (url, title) => ({ url, title })],
  qzone: [
    'QQ空间',
    'https://sns.qzone.qq.com/cgi-bin/qzshare/cgi_qzshare_onekey?',
    (url, title) => ({ url, title }),
  ],
  douban: ['豆瓣', 'https://www.douban.com/share/service?', (href, name) => ({ href, name })],
  vk: ['VK', 'https://vk.com/share.php?', (url, title) => ({ url, title })],
  line: ['LINE', 'https://social-plugins.line.me/lineit/share?', (url) => ({ url })],
  telegram: ['Telegram', 'https://t.me/share/url?', (url, text) => ({ url, text })],
  whatsapp: ['WhatsApp', 'https://api.whatsapp.com/send?', (url, title) => inOneText(url, title)],
  viber: ['Viber', 'viber://forward?', (url, title) => inOneText(url, title)],
  hatena: [
    'はてな',
    'https://b.hatena.ne.jp/add?',
    (url, title) => ({ mode: 'confirm', url, title }),
  ],
  reddit: ['Reddit', 'https://www.reddit.com/submit?', (url, title) => ({ url, title })],
  email: ['E-mail', 'mailto:?', (body, subject) => ({ subject, body })],
}

function inOneText(url: string, title: string): { readonly text: string } {
  return { text: `${title} ${url}` }
}

/** The links of a page, by its whole address. */
export function shareLinks(
  networks: readonly Network[],
  page: { readonly url: string; readonly title: string },
): readonly ShareLink[] {
  return [...new Set(networks)].map((network) => {
    const [name, begin, say] = NETWORKS[network]
    return { name, url: begin + query(say(page.url, page.title)) }
  })
}
