// What a reader would type, and the page that should come first: judged by people who know the book, from its contents.

/** One such query. */
export interface Question {
  /** The name of the measured book, as the tables have it. */
  readonly book: string
  readonly query: string
  /** The source of the page that should be first; two where the book itself says the same twice. */
  readonly pages: readonly string[]
}

const asked: Readonly<Record<string, readonly (readonly [string, ...string[]])[]>> = {
  handbook: [
    ['怎么备份 zookeeper', 'book/operations/backup-recovery.md'],
    ['定时任务', 'book/frameworks/chronos.md'],
    ['什么是资源邀约', 'book/concepts/resource-offers.md'],
    ['有狀態服務', 'book/practice/stateful-services.md'],
    ['quota', 'book/operations/quota-roles.md'],
    ['Marathon 高可用', 'book/cluster/marathon-ha.md'],
    ['agent 重启后任务会丢吗', 'book/concepts/fault-tolerance.md'],
  ],
  'gopl-zh': [
    ['怎么捕获 panic', 'ch5/ch5-10.md'],
    ['读写锁', 'ch9/ch9-03.md'],
    ['互斥鎖', 'ch9/ch9-02.md'],
    ['goroutine 和线程的区别', 'ch9/ch9-08.md'],
    ['如何写基准测试', 'ch11/ch11-04.md'],
    ['unsafe.Pointer', 'ch13/ch13-02.md'],
    ['append函数', 'ch4/ch4-02.md'],
    ['带缓存的channel', 'ch8/ch8-04.md'],
    ['JSON 解码', 'ch4/ch4-05.md'],
  ],
  'http2/zh': [
    ['服务器推送', 'zh/part6.md'],
    ['線頭阻塞', 'zh/part2.md'],
  ],
  'vue-ssr/zh': [['组件缓存', 'zh/caching.md']],
  'dify/zh_CN': [
    ['钉钉', 'learn-more/use-cases/dify-on-dingtalk.md'],
    ['怎么接入 Ollama', 'development/models-integration/ollama.md'],
    ['混合检索', 'learn-more/extended-reading/retrieval-augment/hybrid-search.md'],
    ['环境变量', 'getting-started/install-self-hosted/environments.md'],
    ['如何从 Notion 导入', 'guides/knowledge-base/sync-from-notion.md'],
  ],
  'typescript-book': [
    ['how to make a singleton', 'docs/tips/singleton.md'],
    ['optional parameters', 'docs/types/functions.md'],
    ['user defined type guards', 'docs/types/typeGuard.md'],
    ['async/await', 'docs/async-await.md'],
    ['index signature', 'docs/types/index-signatures.md'],
    ['global.d.ts', 'docs/project/globals.md'],
    ['why is export default bad', 'docs/tips/defaultIsBad.md'],
    ['no implicit any', 'docs/options/noImplicitAny.md'],
  ],
  fluentd: [
    ['in_tail', 'input/tail.md'],
    ['send logs to elasticsearch', 'output/elasticsearch.md'],
    ['multi-process workers', 'deployment/multi-process-workers.md'],
    ['buffer chunk limit size', 'configuration/buffer-section.md'],
    ['install on windows', 'installation/install-by-msi.md'],
    ['highly available', 'deployment/high-availability.md'],
  ],
  elsa: [
    ['custom activity', 'extensibility/custom-activities.md'],
    ['migrate from v2', 'guides/migration-v2-to-v3.md'],
    ['api key', 'guides/authentication/api-keys.md'],
    ['C#', 'expressions/c.md'],
    ['health check', 'operate/readiness-and-health-checks.md'],
  ],
  hivemall: [
    ['out of memory', 'troubleshooting/oom.md'],
    ['tf idf', 'ft_engineering/tfidf.md'],
    ['one hot encoding', 'ft_engineering/onehot.md'],
  ],
  enzyme: [
    ['upgrade to version 3', 'docs/guides/migration-from-2-to-3.md'],
    ['simulate click', 'docs/api/ShallowWrapper/simulate.md', 'docs/api/ReactWrapper/simulate.md'],
  ],
  'gitbook-official/zh': [
    ['怎么生成 pdf', 'zh/ebook.md'],
    ['如何安装插件', 'zh/plugins/README.md'],
    ['写一个插件', 'zh/plugins/create.md'],
    ['多语言', 'zh/languages.md'],
    ['自定义主题', 'zh/themes/README.md'],
    ['插件怎么测试', 'zh/plugins/testing.md'],
    ['引用另一本书的内容', 'zh/templating/conrefs.md'],
    ['詞彙表', 'zh/lexicon.md'],
  ],
  'gitbook-official/en': [
    ['ignore files', 'en/structure.md'],
    ['multilingual book', 'en/languages.md'],
    ['include another book', 'en/templating/conrefs.md'],
  ],
  'dify/en': [
    ['load balance', 'guides/model-configuration/load-balancing.md'],
    [
      'reset password',
      'learn-more/faq/install-faq.md',
      'getting-started/install-self-hosted/faqs.md',
    ],
    [
      'invite team member',
      'guides/workspace/invite-and-manage-members.md',
      'guides/management/team-members-management.md',
    ],
    ['embed chatbot in website', 'guides/application-publishing/embedding-in-websites.md'],
    ['import from notion', 'guides/knowledge-base/sync-from-notion.md'],
    ['environment variable', 'getting-started/install-self-hosted/environments.md'],
  ],
  'jquery/en': [
    ['write a plugin', '90_create_plugin/jquery_plugin.md', '90_create_plugin/README.md'],
    ['upgrade to jquery 3', 'appendix/update-to-version-3.md'],
    ['clone element', '50_document_manipulation/clone-and-other.md'],
    ['cross domain request', '60_ajax/jsonp.md'],
  ],
  'http2/en': [
    ['multiplexing', 'en/part6.md'],
    ['head of line blocking', 'en/part2.md'],
    ['http2 curl', 'en/part11.md'],
  ],
  'vue-ssr/en': [
    ['code splitting', 'en/routing.md'],
    ['cache components', 'en/caching.md'],
  ],
  beefree: [
    ['custom fonts', 'other-customizations/advanced-options/font-management.md'],
    ['two factor auth', 'getting-started/readme/installation/set-up-two-factor-authentication.md'],
    [
      's3 bucket',
      'server-side-configurations/server-side-options/storage-options/configure-your-aws-s3-bucket.md',
    ],
  ],
  javascript: [['delete a property', 'objects/delete.md']],
  axon: [
    ['saga deadline', 'part-ii-domain-logic/sagas.md'],
    ['event sourced aggregate', 'part-ii-domain-logic/command-model.md'],
  ],
}

/** All of them. */
export const questions: readonly Question[] = Object.entries(asked).flatMap(([book, list]) =>
  list.map(([query, ...pages]) => ({ book, query, pages })),
)
