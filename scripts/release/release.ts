// What a release says of itself: everything that can be read from package.json and CHANGELOG.md, and nothing else.

/** The part of package.json that a release depends on. */
export interface Manifest {
  readonly name: string
  readonly version: string
  readonly repository?: string | { readonly url: string }
  readonly scripts?: { readonly [name: string]: string }
  readonly devDependencies?: unknown
  readonly overrides?: unknown
  /** Nothing but a release may go to the registry. */
  readonly private?: boolean
}

/** `owner/name` of the repository on GitHub that package.json names; undefined where it names none. */
export function ownerAndName({ repository }: Manifest): string | undefined {
  const written = typeof repository === 'string' ? repository : (repository?.url ?? '')
  return /^(?:github:|(?:git\+)?https:\/\/github\.com\/)?([\w-]+\/[\w.-]+?)(?:\.git)?$/.exec(
    written,
  )?.[1]
}

/** The notes of a version: its section in the changelog, without the heading. */
export function notesOf(changelog: string, version: string): string | undefined {
  const notes = sectionOf(changelog, version)?.replace(/^.*\n/, '').trim()
  return notes === '' ? undefined : notes
}

/** The section of a version, from what stands behind `## ` to the next one. */
function sectionOf(changelog: string, version: string): string | undefined {
  const [, ...sections] = changelog.split(/^## /m)
  return sections.find((text) => text.startsWith(`[${version}]`))
}

/** What the changelog lacks before a version can be released. */
function missingNotes(changelog: string, version: string): readonly string[] {
  if (notesOf(changelog, version) === undefined) {
    return [`CHANGELOG.md has no section [${version}] with a text`]
  }
  const isDated = /^\S+ - \d{4}-\d\d-\d\d\n/.test(sectionOf(changelog, version) ?? '')
  return isDated
    ? []
    : [`CHANGELOG.md gives no date to [${version}]: write it instead of "Unreleased"`]
}

/** What is missing before this tag can be released from this repository, each in one sentence. */
export function obstacles(
  manifest: Manifest,
  changelog: string,
  wanted: { readonly tag: string; readonly repository: string },
): readonly string[] {
  const { version } = manifest
  const named = ownerAndName(manifest)
  return [
    ...(wanted.tag === `v${version}`
      ? []
      : [`The tag is ${wanted.tag}, and package.json has version ${version}`]),
    ...missingNotes(changelog, version),
    ...(named === wanted.repository
      ? []
      : [
          `package.json names ${named === undefined ? 'no repository' : `the repository ${named}`}: npm pkg set repository.url=git+https://github.com/${wanted.repository}.git`,
        ]),
  ]
}

/** The manifest as users get it: without what only a checkout needs. */
export function published({
  devDependencies: _tools,
  overrides: _pins,
  scripts: _scripts,
  private: _unreleased,
  ...rest
}: Manifest): object {
  return rest
}

/** A text in which every address of the action and its archives is that of this repository and version. */
export function withAddress(text: string, repository: string, version: string): string {
  return text
    .replaceAll(/(\buses: )[\w-]+\/[\w.-]+(@v0\.\d+\.\d+)$/gm, (_, uses: string) => {
      return `${uses}${repository}@v${version}`
    })
    .replaceAll(
      /https:\/\/github\.com\/[\w-]+\/[\w.-]+\/releases\/download\/v[\d.]+\/handbook-cli-[\d.]+\.tgz/g,
      `https://github.com/${repository}/releases/download/v${version}/handbook-cli-${version}.tgz`,
    )
}
