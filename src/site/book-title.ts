// What a book is called that does not say it.
import type { PageResult, Space } from '../core/book.ts'

/** Titles of start pages that would stand on any book. */
const OF_ANY_BOOK = new Set(
  `about|about this book|about this document|about this documentation|documentation|docs|foreword|getting started|home|
  index|intro|introduction|overview|preface|quick start|quickstart|readme|start|start here|summary|table of contents|
  welcome|what is this?|
  前言|序|序言|引言|绪论|简介|介绍|概述|概览|总览|关于|关于本书|首页|主页|说明|目录|欢迎|快速开始|快速入门|导言|导读|開始|簡介|介紹|概覽|總覽|關於|
  關於本書|首頁|說明|目錄|歡迎|はじめに|概要|紹介|序文|まえがき|ホーム|目次|소개|개요|서문|시작하기|머리말|
  introducción|presentación|inicio|acerca de|introdução|apresentação|início|sobre|introduzione|einführung|einleitung|
  vorwort|übersicht|введение|вступление|предисловие|о книге|главная|présentation|accueil|avant-propos|à propos|wprowadzenie|
  giriş|مقدمة|المقدمة|תקציר|הקדמה|מבוא|giới thiệu|lời nói đầu|pendahuluan|перадмова|вступ|передмова|บทนำ`
    .split('|')
    .map((title) => title.trim()),
)

/**
 * The title of a book: as its settings say, else that of its start page. Where that would stand on any book, what the
 * book is called where it is `kept` comes first. Undefined when nobody says.
 */
export function bookTitle(
  { config }: Space,
  start: PageResult | undefined,
  kept: string | undefined,
): string | undefined {
  if (config.title !== undefined) return config.title
  const title = start?.title
  return title === undefined || isOfAnyBook(title) ? (kept ?? title) : title
}

function isOfAnyBook(title: string): boolean {
  return OF_ANY_BOOK.has(
    title
      .trim()
      .toLowerCase()
      .replace(/[!！。.:：]+$/u, ''),
  )
}
