#!/usr/bin/env bash
# 把一组Chronos任务定义提交上去：有schedule的是定时任务，有parents的是依赖任务。
# 依赖任务要求父任务已经存在，所以先提交全部定时任务，再按参数的顺序提交依赖任务。
#
# 用法：CHRONOS=http://主机:端口 submit.sh 定义.json...
set -euo pipefail
: "${CHRONOS:?请设置CHRONOS，例如http://agent2:31482}"

post() { # 端点 文件
  local code
  code=$(curl -sS -L -o /dev/stderr -w '%{http_code}' -X POST \
    -H 'Content-Type: application/json' "$CHRONOS/v1/scheduler/$1" -d @"$2")
  if [[ $code != 204 && $code != 200 ]]; then
    echo "提交 $2 失败：HTTP $code" >&2
    exit 1
  fi
  echo "$(jq -r .name "$2") 已提交"
}

if [[ $# -eq 0 ]]; then
  echo "用法：CHRONOS=http://主机:端口 $0 定义.json..." >&2
  exit 2
fi

# 先全部检查一遍，有一份不对就一份也不提交
for file in "$@"; do
  if ! jq -e 'has("schedule") or has("parents")' "$file" >/dev/null; then
    echo "$file：既没有schedule也没有parents，或者读不出来" >&2
    exit 1
  fi
done

for file in "$@"; do
  if jq -e 'has("schedule")' "$file" >/dev/null; then post iso8601 "$file"; fi
done
for file in "$@"; do
  if jq -e 'has("parents")' "$file" >/dev/null; then post dependency "$file"; fi
done
