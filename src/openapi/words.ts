// The words around the parts of an interface.

/** Words by what they name. */
export interface ApiWords {
  readonly authorization: string
  readonly path: string
  readonly query: string
  readonly header: string
  readonly cookie: string
  readonly body: string
  readonly responses: string
  readonly headers: string
  readonly request: string
  readonly example: string
  readonly required: string
  readonly deprecated: string
  readonly otherwise: string
  readonly values: string
  /** Of a text that has so many. */
  readonly characters: string
  /** Of a list that has so many. */
  readonly items: string
  readonly choices: string
  readonly fields: string
  readonly models: string
}

const ENGLISH: ApiWords = {
  authorization: 'Authorization',
  path: 'Path parameters',
  query: 'Query parameters',
  header: 'Header parameters',
  cookie: 'Cookie parameters',
  body: 'Body',
  responses: 'Responses',
  headers: 'Headers',
  request: 'Example request',
  example: 'Example',
  required: 'required',
  deprecated: 'deprecated',
  otherwise: 'Default:',
  values: 'One of:',
  characters: 'characters',
  items: 'items',
  choices: 'One of',
  fields: 'Fields',
  models: 'Models',
}

const SIMPLIFIED: ApiWords = {
  authorization: '授权',
  path: '路径参数',
  query: '查询参数',
  header: '请求头参数',
  cookie: 'Cookie 参数',
  body: '请求体',
  responses: '响应',
  headers: '响应头',
  request: '请求示例',
  example: '示例',
  required: '必填',
  deprecated: '已弃用',
  otherwise: '默认值：',
  values: '取值：',
  characters: '个字符',
  items: '项',
  choices: '以下之一',
  fields: '字段',
  models: '数据模型',
}

const TRADITIONAL: ApiWords = {
  authorization: '授權',
  path: '路徑參數',
  query: '查詢參數',
  header: '標頭參數',
  cookie: 'Cookie 參數',
  body: '請求主體',
  responses: '回應',
  headers: '回應標頭',
  request: '請求範例',
  example: '範例',
  required: '必填',
  deprecated: '已棄用',
  otherwise: '預設值：',
  values: '可用值：',
  characters: '個字元',
  items: '項',
  choices: '以下之一',
  fields: '欄位',
  models: '資料模型',
}

/** The words for a language; English where there are none. */
export function apiWords(language: string | undefined): ApiWords {
  const tag = (language ?? 'en').toLowerCase()
  if (/^zh-(?:hant|tw|hk|mo)/.test(tag)) return TRADITIONAL
  return tag.startsWith('zh') ? SIMPLIFIED : ENGLISH
}
