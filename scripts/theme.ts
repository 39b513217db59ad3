// npm run theme: compiles `templates/` as `npm run build` does; with --watch again after every change.
import { watch } from 'node:fs'
import { templates, writeTheme } from './theme/compile.ts'

await writeTheme()
if (process.argv.includes('--watch')) {
  let waiting: NodeJS.Timeout | undefined
  watch(templates, { recursive: true }, () => {
    clearTimeout(waiting)
    waiting = setTimeout(() => {
      writeTheme().then(
        () => console.log('theme compiled'),
        (error: unknown) => console.error(String(error)),
      )
    }, 50)
  })
}
