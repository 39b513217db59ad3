// The site as a whole: links between pages, theme, redirects, feeds, writing and serving.
import {
  type Lists,
  type Near,
  type Numbers,
  type Said,
  type Texts,
  meantSiteUrl,
} from '../said.ts'
import { type Because, because } from './reasons.ts'

const ELSEWHERE = 'Name another folder: `handbook build [book] [output]`'
const ROOM = 'Make room and build again; the old site is as it was'

/** What to do when the operating system refuses; by default to write elsewhere. */
const refusals: { readonly [code: string]: string } = {
  EACCES: 'Check who owns it and whether you may write there',
  EPERM: 'Check who owns it and whether you may write there',
  ENOSPC: ROOM,
  EDQUOT: ROOM,
  EFBIG: ROOM,
  ENAMETOOLONG: 'Shorten the name of the source file or of its folder',
  ENOENT: 'Look for a broken symbolic link, or for something that deletes files at the same time',
  EMFILE: 'Close other programs and build again',
  EBUSY: 'Close that program and build again',
}

/** What is wrong with the site as a whole. */
export const site = {
  'links/missing-anchor': ({ to, anchor }: Near<'to' | 'anchor'>): Said =>
    `This link points to "#${anchor}", and ${to} has no heading or id of that name`,
  'links/ambiguous-anchor': ({
    id,
    written,
    pages,
  }: Texts<'id' | 'written'> & Lists<'pages'>): Said => [
    `This reference names "${id}" alone, and ${pages.length} other pages have it: ${pages.join(', ')}`,
    `Name the page, too: xref:${written}[]`,
  ],
  'links/missing-sidebar-page': ({ written }: Near<'written'>): Said =>
    `The sidebar links to "${written}", and the book has no such page`,
  'theme/legacy-layout': ({ layout }: { readonly layout: string | undefined }): Said => [
    'Expected Handlebars layouts, found a Nunjucks layout of GitBook; it is not used',
    layout === undefined
      ? 'Remove it: books for print have no layouts of their own'
      : `Copy the default ${layout} to _layouts/${layout}, move your changes there and remove this file`,
  ],
  'theme/unused-layout': ({ name, known }: Near<'name'> & Lists<'known'>): Said => [
    `Expected the name of a layout or a file in _layouts/partials/, found "${name}"`,
    `The layouts are ${known.join(', ')}`,
  ],
  'theme/unknown-layout': ({ name }: Near<'name'>): Said => [
    `Expected the name of a layout of the book, found "${name}"; the usual one is used`,
    `Create _layouts/layouts/${name}.hbs`,
  ],
  'theme/unknown-color': ({ written }: Texts<'written'>): Said => [
    `Expected a color such as "#0b57b0" in "brand", found "${written}"`,
    'Write it with three or six hexadecimal digits',
  ],
  'theme/low-contrast': ({ scheme, written, ratio, least, better }: Contrast): Said => [
    `Expected a color with a contrast of at least ${least}:1 on ${scheme} pages in "brand", found "${written}" with ${ratio}:1`,
    `The nearest shade that everybody can read is "${better}"`,
  ],
  'theme/shallow-clone': [
    'The repository is a shallow clone: most pages show no date of their last change',
    'Fetch the whole history (`fetch-depth: 0`), or set "dates" to false',
  ],
  'theme/missing-picture': ({ key, written }: Texts<'key' | 'written'>): Said => [
    `"${key}" names "${written}", and the book has no such file`,
    written.startsWith('node_modules/')
      ? `Run "npm install ${written.split('/')[1] ?? ''}" in the folder of the book, or name a file or an address`
      : 'Write the path as it is seen from the folder of the book',
  ],
  'theme/missing-style': ({ written }: Texts<'written'>): Said => [
    `"styles.website" names "${written}", and the book has no such file`,
    'Write the path as it is seen from the folder of the book',
  ],
  'theme/unread-style': ({ written }: Near<'written'>): Said => [
    `"${written}" is no CSS, and nothing here compiles it, so pages are shown without it`,
    'Compile it, and name the CSS that comes out in "styles.website"',
  ],
  'theme/style-mistake': ({ reason }: Because): Said => [
    `The style sheet cannot be compiled, so pages are shown without it: ${because(reason)}`,
    'Mend the Less here, or name a sheet of plain CSS in "styles.website"',
  ],
  'theme/service-id': {
    ended: ({ key, written }: Texts<'key' | 'written'>): Said => [
      `"${key}" is "${written}", and Google has ended Universal Analytics in July 2024: nobody is counted`,
      'Name the id of a property of Google Analytics 4, "G-…", or take the plugin out',
    ],
    unknown: ({ key, written }: Texts<'key' | 'written'>): Said => [
      `Expected ${key === 'comments.disqus' ? 'the short name of a site' : 'the id of a site'} in "${key}", found "${written}"; it is not used`,
      {
        'analytics.google': 'It begins with "G-" or "GTM-"',
        'analytics.baidu': 'It is what stands behind "hm.js?" in the script of the service',
      }[key],
    ],
  },
  'theme/missing-file': ({ key, written }: Texts<'key' | 'written'>): Said => [
    `"${key}" names "${written}", and the book has no such file`,
    'Write the path as it is seen from the folder of the book',
  ],
  'theme/no-head-element': ({ name, allowed }: Texts<'name'> & Lists<'allowed'>): Said => [
    `<${name}> does not belong into the head of a page; it is left out`,
    `What may stand there: ${allowed.map((one) => `<${one}>`).join(', ')}`,
  ],
  'publishing/unusable-site-url': ({ key, written }: Texts<'key' | 'written'>): Said => [
    `"${key}" should be an address that begins with https://, and it is "${written}"`,
    meantSiteUrl(written) === undefined ? undefined : `Write "${meantSiteUrl(written)}"`,
  ],
  'publishing/unusable-repository': ({
    written,
    better,
  }: Texts<'written'> & { readonly better: string | undefined }): Said => [
    `"repository" should be an address that begins with https://, and it is "${written}"`,
    better === undefined ? 'Write the address that a browser opens' : `Write "${better}"`,
  ],
  'publishing/edit-link-shows': ({ better }: Texts<'better'>): Said => [
    'Expected the address at which pages are edited, found the one at which they are shown',
    `Write "${better}"`,
  ],
  'publishing/feed-without-site-url': [
    'A feed needs the address of the site, and the book does not say where it is published',
    'Set "siteUrl" in book.json',
  ],
  'publishing/share-without-site-url': [
    'A page is handed on by its whole address, and the book does not say where it is published',
    'Set "siteUrl" in book.json',
  ],
  'publishing/feed-without-dates': [
    'A feed tells when pages changed, and no page has a date from git',
    'Build inside a git repository with its full history (on GitHub Actions: fetch-depth: 0)',
  ],
  'redirects/loop': ({ from, way }: Texts<'from'> & Lists<'way'>): Said => [
    `The redirect of "${from}" leads back to itself: ${way.map((step) => `"${step}"`).join(' → ')}`,
    'Let the last one lead to a page that exists',
  ],
  'redirects/missing-target': ({ from, to }: Near<'from' | 'to'>): Said =>
    `The redirect of "${from}" leads to "${to}", and the site has no such page`,
  'redirects/unlisted-target': ({ from, to }: Texts<'from' | 'to'>): Said => [
    `The redirect of "${from}" leads to "${to}", which no chapter and no link makes a page`,
    'Add it to SUMMARY, or lead the redirect to a chapter',
  ],
  'redirects/shadows-page': {
    page: ({ from, path }: Texts<'from' | 'path'>): Said => [
      `The redirect of "${from}" is not used: "${path}" is at this address`,
      'Remove the redirect, or what is in its way',
    ],
    anchor: ({ from, path, id }: Texts<'from' | 'path' | 'id'>): Said => [
      `The redirect of "${from}" is not used: "${path}" has a heading or id "${id}"`,
      'Remove the redirect, or what is in its way',
    ],
  },
  'redirects/defined-twice': ({ from, first, to }: Texts<'from' | 'first' | 'to'>): Said => [
    `"${from}" is redirected twice: to "${first}" and to "${to}"`,
    'The first is used. Remove one of them',
  ],
  'redirects/unusable-source': ({ from }: Texts<'from'>): Said =>
    `A redirect should come from a page inside the site, such as "old.md" or "/old/", and this one comes from "${from}"`,
  'output/collision': ({ first, second, output }: Texts<'first' | 'second' | 'output'>): Said => [
    `"${first}" and "${second}" would both be written to "${output}"; "${second}" is left out`,
    'Rename one of them, or leave one out with .bookignore',
  ],
  'output/displaced': ({ path, output, first }: Texts<'path' | 'output' | 'first'>): Said => [
    `"${path}" is written to "${output}", because "${first}" has the place of its name`,
    'Rename one of them, or leave one out with .bookignore',
  ],
  'output/case-collision': {
    elsewhere: ({ first, second }: Texts<'first' | 'second'>): Said => [
      `"${first}" and "${second}" differ only in case: a disk of Windows or macOS keeps the first alone`,
      'Rename one of them',
    ],
    here: ({ first, second }: Texts<'first' | 'second'>): Said => [
      `"${second}" is left out: on this disk it is the same file as "${first}", from which it differs only in case`,
      'Rename one of them',
    ],
  },
  'output/is-book': ({ folder }: Texts<'folder'>): Said => [
    `The output folder "${folder}" is the folder of the book itself`,
    `${ELSEWHERE}; without one, the site goes to "_book" inside the book`,
  ],
  'output/contains-book': ({ folder }: Texts<'folder'>): Said => [
    `The output folder "${folder}" contains the book`,
    `${ELSEWHERE}; it may lie inside the book, not around it`,
  ],
  'output/foreign-files': {
    found: ({ folder, names }: Texts<'folder'> & Lists<'names'>): Said => [
      `The output folder "${folder}" is not empty, and handbook did not write what is in it: ${some(names)}`,
      'Choose an empty folder. If this is an old build of another tool, delete the folder first',
    ],
    manifest: ({ folder, file }: Texts<'folder' | 'file'>): Said => [
      `The output folder "${folder}" has a ${file} that this version of handbook cannot read, so nobody knows which files are its own`,
      'Delete the output folder and build again',
    ],
  },
  'output/not-a-folder': ({ folder }: Texts<'folder'>): Said => [
    `The output "${folder}" is a file, and the site needs a folder`,
    ELSEWHERE,
  ],
  'output/foreign-collision': ({ output, other }: Texts<'output' | 'other'>): Said => [
    output === other
      ? `"${output}" of the site is already in the output folder, and handbook did not put it there`
      : `"${output}" of the site cannot be written, because "${other}" is in the way, and handbook did not put it there`,
    `Move or delete "${other}" in the output folder, or rename the page or file of the book`,
  ],
  'output/reserved-name': ({ output }: Texts<'output'>): Said => [
    `"${output}" is left out: handbook keeps this name for its own records in the output folder`,
    'Rename the file, or leave it out with .bookignore',
  ],
  'output/file-and-folder': ({ kept, left }: Texts<'kept' | 'left'>): Said => [
    `"${left}" is left out beside "${kept}" of the site: one would be a file, and the folder of the other`,
    'Rename one of them, or leave one out with .bookignore',
  ],
  'output/busy': ({ folder, pid, lock }: Texts<'folder' | 'lock'> & Numbers<'pid'>): Said => [
    `Another handbook (process ${pid}) is writing to "${folder}"`,
    `Wait for it and build again. If no other handbook is running, delete "${lock}"`,
  ],
  'output/unreadable-source': ({ from, reason }: Texts<'from'> & Because): Said => [
    `"${from}" cannot be copied: ${because(reason)}`,
    'Was it deleted or renamed while the book was built? Build again',
  ],
  'output/unwritable': ({ file, reason }: Texts<'file'> & Because): Said => [
    `Cannot write to "${file}": ${because(reason)}`,
    (typeof reason !== 'string' && 'code' in reason ? refusals[reason.code] : undefined) ??
      ELSEWHERE,
  ],
  'files/symlink-outside': {
    outside: ({ path }: Texts<'path'>): Said => [
      `"${path}" is a symbolic link that leads out of the book's folder; it is left out`,
      'Copy what it points to into the book, or hide the link with .bookignore',
    ],
    loop: ({ path }: Texts<'path'>): Said => [
      `"${path}" is a symbolic link to a folder that holds it; it is left out`,
      'Link to the files without it, or hide it with .bookignore',
    ],
  },
  'files/symlink-ignored': ({ path }: Texts<'path'>): Said => [
    `"${path}" is a symbolic link to something that is left out of the site; so is the link`,
    'Copy what it points to, or hide the link with .bookignore',
  ],
  'files/hidden-include': ({ path }: Texts<'path'>): Said => [
    `No page includes "${path}": what begins with a dot is for programs, and may be secret`,
    `Copy what readers may see to another file; or let the book publish it, with "!${path}" in .bookignore`,
  ],
  'files/many-links': ({ most }: Numbers<'most'>): Said =>
    `More than ${most} folders are reached through symbolic links; this one and those after it are left out`,
  'files/undecodable-name': ({ path }: Texts<'path'>): Said => [
    `The name of "${path}" is no UTF-8; it is left out`,
    'Rename it, for example with: convmv -f GB18030 -t UTF-8 --notest',
  ],
  'files/same-name': ({ path }: Texts<'path'>): Said => [
    `"${path}" is there twice, in two forms of Unicode; one of them is left out`,
    'Remove or rename one: they look the same, and some systems take them for one file',
  ],
  'files/windows-name': ({ path }: Texts<'path'>): Said => [
    `Windows has no files with a name like that of "${path}"`,
    'Leave out < > : " | ? * and a dot or space at the end; con, nul, com1 and the like are reserved',
  ],
  'files/ignored-pattern': [
    'This pattern has more than three ** or is too long; it is not used',
    'Write one pattern for each folder',
  ],
  'files/unreadable': {
    book: ({ reason }: Because): Said => [
      `The book's folder cannot be read: ${because(reason)}`,
      'Check the name of the folder',
    ],
    file: ({ path, reason }: Texts<'path'> & Because): Said => [
      `"${path}" cannot be read and is left out: ${because(reason)}`,
      'Check its permissions and where it points',
    ],
  },
  'serve/folder-missing': ({ folder }: Texts<'folder'>): Said => [
    `The folder of the book is gone: "${folder}"`,
    'Put it back and the server continues, or stop the server',
  ],
  'serve/watch-failed': ({ reason }: Texts<'reason'>): Said => [
    `Changes of some files cannot be seen: ${reason}`,
    /ENOSPC|EMFILE|ENFILE/.test(reason)
      ? 'Raise the limit of watched files (on Linux fs.inotify.max_user_watches), or set CHOKIDAR_USEPOLLING=1'
      : 'Set CHOKIDAR_USEPOLLING=1 to look for changes at intervals',
  ],
  'serve/build-failed': ({ reason }: Texts<'reason'>): Said => [
    `The build stopped unexpectedly: ${reason}`,
    'This is a fault of the program or of a plugin; the next change of a file builds again',
  ],
} as const

interface Contrast extends Texts<'written' | 'ratio' | 'better'> {
  readonly scheme: 'light' | 'dark'
  readonly least: number
}

function some(names: readonly string[]): string {
  const shown = names.slice(0, 3).map((name) => `"${name}"`)
  return names.length > 3 ? `${shown.join(', ')} and ${names.length - 3} more` : shown.join(', ')
}
