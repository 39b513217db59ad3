#!/usr/bin/env bash
# 检查任务今天是否成功过，适合交给监控系统定时执行。
# 返回0：都成功过；1：列出来的还没有成功；2：问不到Chronos，不知道。
#
# “今天”按本机的时区算，可以用TZ指定，例如TZ=Asia/Shanghai。
# 用法：CHRONOS=http://主机:端口 check.sh 任务名...
set -euo pipefail
: "${CHRONOS:?请设置CHRONOS，例如http://agent2:31482}"
if [[ $# -eq 0 ]]; then
  echo "用法：CHRONOS=http://主机:端口 $0 任务名..." >&2
  exit 2
fi

# 本地的零点换算成UTC；不能直接写date -u -d，那会把零点当成UTC的零点
today=$(date -u -d "@$(date -d "$(date +%F)" +%s)" +%Y-%m-%dT%H:%M:%S)

# 没有答案、答得不完整、答的不是任务列表，都不能当作“没有成功”，更不能当作成功
if ! jobs=$(curl -sS -f -L --max-time 30 "$CHRONOS/v1/scheduler/jobs") \
  || ! jq -se 'length == 1 and (.[0] | type) == "array"' <<<"$jobs" >/dev/null 2>&1; then
  echo "问不到 $CHRONOS，不知道任务成功没有" >&2
  exit 2
fi

late=0
for name in "$@"; do
  last=$(jq -r --arg name "$name" 'map(select(.name == $name)) | first
    | if . == null then "没有" else .lastSuccess // "" end' <<<"$jobs")
  # lastSuccess是UTC的ISO 8601时间，可以按字典序比较；从未成功时为空
  if [[ $last == 没有 ]]; then
    echo "$name：Chronos里没有这个任务"
    late=1
  elif [[ -z $last || $last < $today ]]; then
    echo "$name：今天还没有成功，上次是${last:-从未}"
    late=1
  fi
done
exit $late
