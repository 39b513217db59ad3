import { describe, expect, test } from 'vitest'
import { languageOfText } from '../../src/book/detect-language.ts'
import { buildBook, codes, page } from '../support/build-book.ts'

describe('the language of a text', () => {
  test.each([
    ['zh-Hans', '本章说明如何安装软件，以及运行之后会发生什么。'],
    ['zh-Hant', '本章說明如何安裝軟體，以及執行之後會發生什麼。'],
    ['ja', 'この章ではソフトウェアの導入方法を説明します。設定変更手順書。'],
    ['ko', '이 장에서는 소프트웨어를 설치하는 방법을 설명합니다.'],
    ['ar', 'يشرح هذا الفصل كيفية تثبيت البرنامج في نظام التشغيل.'],
    ['fa', 'این فصل توضیح می‌دهد که چگونه نرم‌افزار را نصب کنید.'],
    ['ur', 'یہ باب بتاتا ہے کہ سافٹ ویئر کیسے نصب کیا جائے۔ لڑکے'],
    ['he', 'פרק זה מסביר כיצד להתקין את התוכנה.'],
    ['ru', 'В этой главе описано, как установить программу.'],
    ['uk', 'У цьому розділі описано, як встановити програму.'],
    ['bg', 'В тази глава е описано как се инсталира софтуерът.'],
    ['el', 'Αυτό το κεφάλαιο εξηγεί την εγκατάσταση.'],
    ['th', 'บทนี้อธิบายวิธีการติดตั้งซอฟต์แวร์'],
    ['hi', 'यह अध्याय बताता है कि सॉफ़्टवेयर कैसे स्थापित करें।'],
  ])('%s is told by its script', (tag, text) => {
    expect(languageOfText(text)).toBe(tag)
  })

  test.each([
    [
      'de',
      'Dieses Kapitel zeigt, wie das Programm auf einem Rechner eingerichtet wird, und was die Befehle mit dem Speicher zu tun haben. Wenn der Dienst nicht startet, ist die Datei nicht da.',
    ],
    [
      'fr',
      'Ce chapitre montre comment les fichiers sont lus dans une machine, avec des exemples pour vous. Les commandes qui ne sont pas connues sont dans cette liste.',
    ],
    [
      'es',
      'Este capítulo explica cómo se instala el programa y los pasos que hay después. Cuando el servicio no está, el registro y las notas dicen más; también puede borrar los datos.',
    ],
    [
      'pt',
      'Este capítulo mostra como você instala uma cópia, e isso também é tudo. Se o seu serviço não foi iniciado, então há uma nota: são coisas que você já viu, muito simples.',
    ],
    [
      'it',
      'Questo capitolo mostra come il programma viene installato e che cosa sono gli errori. Anche questa parte della guida è breve: il file che non si trova è nella cartella.',
    ],
    [
      'nl',
      'Dit hoofdstuk laat zien hoe het programma op een machine wordt gezet. Het bestand moet ook bij de map zijn, en dat is niet altijd zo: deze stap is voor later, van een collega.',
    ],
    [
      'pl',
      'Ten rozdział opisuje, jak można zainstalować program, który jest potrzebny. Jeśli plik się nie otwiera, są dwa powody: że jest pusty lub że jest zajęty przez inny proces.',
    ],
    [
      'tr',
      'Bu bölüm bir programın nasıl kurulduğunu anlatır ve daha sonra olan bir hata için çok kısa bir yol verir. Bu dosya değil, onun gibi olan bir başka dosya.',
    ],
    [
      'vi',
      'Chương này nói về cách cài đặt và những lệnh được dùng trong một máy. Các tệp của bạn không được xóa, và là để dùng với một máy khác.',
    ],
    [
      'id',
      'Bab ini menjelaskan cara memasang program yang tidak ada pada sistem itu. Berkas ini dapat dibaca dari folder, dan juga akan dipakai untuk langkah yang lain dengan cepat atau lambat.',
    ],
  ])('%s is told by its small words', (tag, text) => {
    expect(languageOfText(text)).toBe(tag)
  })

  test.each([
    [
      'English',
      'This chapter is about the way in which you install it, and the files that are not there. It can be read by all of you, and you will have a copy when it is done.',
    ],
    [
      'two languages',
      'Der Dienst ist nicht da und das ist die Regel. Der Fehler ist nicht neu. The service is not there and that is the rule for all of you. It is not new, and this will be so.',
    ],
    [
      'names in a list',
      'Kafka, Mesos, Marathon, Zookeeper, Chronos, Aurora, Singularity, Spark, Hadoop, Docker, Consul, Vault, Nomad, Terraform, der, die, das',
    ],
    [
      'Danish',
      'Dette kapitel viser, hvordan man lægger programmet ind, og hvad der så sker. Det er ikke svært, og det kan gøres af alle, der har en maskine og lidt tid til det.',
    ],
  ])('nothing is said of %s', (_, text) => {
    expect(languageOfText(text)).toBeUndefined()
  })

  test.each([
    '',
    '安装',
    'How to install Mesos',
    'Cómo se instala',
    '1 2 3',
    'The word 安装 means install.',
  ])('nothing is said of %j', (text) => {
    expect(languageOfText(text)).toBeUndefined()
  })

  test('code, addresses and tags do not count', () => {
    const code = '```\nsome latin code that is long and says nothing at all\n```\n'
    const text = `本章说明如何安装软件以及。[文档](https://example.org/very/long/address) ${code}`
    expect(languageOfText(text)).toBe('zh-Hans')
  })
})

const text = '# 手册\n\n本章说明如何安装软件，以及运行之后会发生什么。\n'

describe('a book that does not say its language', () => {
  test('has the one that it is written in', async () => {
    const html = page(await buildBook({ 'README.md': text }), 'index.html')
    expect(html).toContain('<html lang="zh-Hans"')
    expect(html).toContain('搜索')
  })

  test('has the one whose small words it uses, in the menu and in the pages', async () => {
    const built = await buildBook({
      'README.md':
        '# Guia\n\nEste livro não é longo: são uma página e uma nota, e você já viu isso também.\n\nSe você não leu, há então uma cópia para nós.\n',
    })
    expect(page(built, 'index.html')).toContain('<html lang="pt"')
    expect(page(built, 'index.html')).toContain('Copiar a página')
  })

  test('runs from right to left when its script does', async () => {
    const built = await buildBook({
      'README.md': '# دليل\n\nيشرح هذا الفصل كيفية تثبيت البرنامج.\n',
    })
    expect(page(built, 'index.html')).toMatch(/<html lang="ar" dir="rtl"/)
  })

  test.each([
    ['cn', 'zh-Hans'],
    ['zh_CN', 'zh-Hans'],
    ['chinese', 'zh-Hans'],
    ['tw', 'zh-Hant'],
    ['jp', 'ja'],
    ['Japanese', 'ja'],
    ['english', 'en'],
  ])('that calls it %s means %s', async (language, tag) => {
    const built = await buildBook({ 'README.md': text, 'book.json': JSON.stringify({ language }) })
    expect(page(built, 'index.html')).toContain(`<html lang="${tag}"`)
  })

  test('keeps what it says', async () => {
    const built = await buildBook({ 'README.md': text, 'book.json': '{ "language": "en" }' })
    expect(page(built, 'index.html')).toContain('<html lang="en"')
  })

  test.each([
    ['es', '* [Español](es)\n* [Português](pt)\n'],
    ['en', '* [Español](es)\n* [English](en)\n'],
  ])('lets readers choose its languages in %s', async (tag, list) => {
    const built = await buildBook({
      'LANGS.md': list,
      'es/README.md': '# Guía\n',
      'pt/README.md': '# Guia\n',
      'en/README.md': '# Guide\n',
    })
    expect(page(built, 'index.html')).toContain(`<html lang="${tag}"`)
  })

  test('in folders of languages has one for each', async () => {
    const built = await buildBook({
      'LANGS.md': '* [中文](cn)\n* [日本語](jp)\n',
      'cn/README.md': text,
      'jp/README.md': '# 手引き\n',
    })
    expect(page(built, 'cn/index.html')).toContain('<html lang="zh-Hans"')
    expect(page(built, 'jp/index.html')).toContain('<html lang="ja"')
    expect(codes(built)).toEqual([])
  })

  test('in a folder with another name has the one of its words, and is told', async () => {
    const built = await buildBook({
      'LANGS.md': '* [中文](first)\n* [English](en)\n',
      'first/README.md': text,
      'en/README.md': '# Guide\n',
    })
    expect(page(built, 'first/index.html')).toContain('<html lang="zh-Hans"')
    expect(codes(built)).toEqual(['languages/unclear LANGS.md:1:8'])
  })
})
