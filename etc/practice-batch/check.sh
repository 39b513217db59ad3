#!/usr/bin/env bash
# 检查任务今天是否成功过。没有则列出来并以1退出，适合交给监控系统定时执行。
#
# “今天”按本机的时区算，可以用TZ指定，例如TZ=Asia/Shanghai。
# 用法：CHRONOS=http://主机:端口 check.sh 任务名...
set -euo pipefail
: "${CHRONOS:?请设置CHRONOS，例如http://agent2:31482}"

# 本地的零点换算成UTC；不能直接写date -u -d，那会把零点当成UTC的零点
today=$(date -u -d "@$(date -d "$(date +%F)" +%s)" +%Y-%m-%dT%H:%M:%S)
jobs=$(curl -sS -L "$CHRONOS/v1/scheduler/jobs")

late=0
for name in "$@"; do
  last=$(jq -r --arg name "$name" '.[] | select(.name == $name) | .lastSuccess // empty' <<<"$jobs")
  # lastSuccess是UTC的ISO 8601时间，可以按字典序比较；从未成功时为空
  if [[ -z $last || $last < $today ]]; then
    echo "$name：今天还没有成功，上次是${last:-从未}"
    late=1
  fi
done
exit $late
