#!/usr/bin/env bash
# 把一份应用定义部署到Marathon，等到结束；失败或超时则回滚，并以非零状态退出。
#
# 用法：deploy.sh <定义文件> <镜像>
# 环境：MARATHON  Marathon的地址，必填
#       TIMEOUT   最长等待秒数，默认600
set -euo pipefail

if [[ $# -ne 2 || -z "${MARATHON:-}" ]]; then
  echo "用法：MARATHON=http://主机:8080 $0 <定义文件> <镜像>" >&2
  exit 2
fi

definition=$1
image=$2
timeout=${TIMEOUT:-600}
app=$(jq -r .id "$definition")

# 只在提交前替换镜像，其余内容完全来自版本库
body=$(jq --arg image "$image" '.container.docker.image = $image' "$definition")

echo "部署 $app，镜像 $image"
reply=$(curl -sS -X PUT -H 'Content-Type: application/json' \
  -w '\n%{http_code}' "$MARATHON/v2/apps$app" -d "$body")
status=${reply##*$'\n'}
reply=${reply%$'\n'*}

if [[ $status != 200 && $status != 201 ]]; then
  echo "Marathon返回 $status：$reply" >&2
  exit 1
fi

deployment=$(jq -r '.deploymentId // .deployments[0].id' <<<"$reply")
deadline=$((SECONDS + timeout))

# 部署从列表里消失，就是结束了
running() {
  curl -sS "$MARATHON/v2/deployments" | jq -e --arg id "$1" 'any(.[]; .id == $id)' >/dev/null
}

while running "$deployment"; do
  if ((SECONDS >= deadline)); then
    echo "等待 ${timeout}s 之后仍未完成，开始回滚" >&2
    curl -sS "$MARATHON/v2/apps$app" | jq -r '.app.lastTaskFailure.message // empty' >&2
    rollback=$(curl -sS -X DELETE "$MARATHON/v2/deployments/$deployment" | jq -r .deploymentId)
    while running "$rollback"; do sleep 3; done
    echo "已回滚" >&2
    exit 1
  fi
  sleep 3
done

# 部署也可能是被别人取消的，确认运行着的确实是这个镜像
now=$(curl -sS "$MARATHON/v2/apps$app" | jq -r .app.container.docker.image)
if [[ $now != "$image" ]]; then
  echo "部署结束，但当前镜像是 $now" >&2
  exit 1
fi

echo "完成"
