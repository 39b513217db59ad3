#!/usr/bin/env bash
# 把一份应用定义部署到Marathon，等到结束；失败或超时则回滚，并以非零状态退出。
# 只有亲眼看到部署结束、运行着的都是新版本，才返回0；读不到答案时不猜。
#
# 用法：deploy.sh <定义文件> <镜像>
# 环境：MARATHON       Marathon的地址，必填
#       MARATHON_USER  接口有认证时的 名字:口令
#       TIMEOUT        最长等待秒数，默认600
#       INTERVAL       两次查询的间隔秒数，默认3
set -euo pipefail

if [[ $# -ne 2 || -z "${MARATHON:-}" ]]; then
  echo "用法：MARATHON=http://主机:8080 $0 <定义文件> <镜像>" >&2
  exit 2
fi

definition=$1
image=$2
timeout=${TIMEOUT:-600}
interval=${INTERVAL:-3}
app=$(jq -ser '.[0].id' "$definition")

marathon() { curl -sS --max-time 30 ${MARATHON_USER:+-u "$MARATHON_USER"} "$@"; }
fail() { echo "$1" >&2; exit 1; }

# 部署还在不在列表里：0在，1不在，2不知道。领导者切换时Marathon会回答503，那是“不知道”
listed() {
  local reply
  reply=$(marathon -f "$MARATHON/v2/deployments" 2>/dev/null) || return 2
  jq -se 'length == 1 and (.[0] | type) == "array"' <<<"$reply" >/dev/null 2>&1 || return 2
  jq -e --arg id "$1" 'any(.[]; .id == $id)' <<<"$reply" >/dev/null
}

# 等部署从列表里消失：0消失了，1到时限还在，2到时限还读不到
gone_before() { # 部署 时限
  local state
  while true; do
    state=0
    listed "$1" || state=$?
    if ((state == 1)); then return 0; fi
    if ((SECONDS >= $2)); then return $((state == 0 ? 1 : 2)); fi
    sleep "$interval"
  done
}

# 只在提交前替换镜像，其余内容完全来自版本库
body=$(jq --arg image "$image" '.container.docker.image = $image' "$definition")

echo "部署 $app，镜像 $image"
reply=$(marathon -X PUT -H 'Content-Type: application/json' \
  -w '\n%{http_code}' "$MARATHON/v2/apps$app" -d "$body") \
  || fail '提交时连接断了，不知道Marathon收下没有；看一眼 /v2/deployments 再决定'
status=${reply##*$'\n'}
reply=${reply%$'\n'*}
if [[ $status != 200 && $status != 201 ]]; then fail "Marathon返回 $status：$reply"; fi

deployment=$(jq -ser '.[0] | .deploymentId // .deployments[0].id' <<<"$reply" 2>/dev/null) \
  || fail "Marathon的回答里没有部署的编号：$reply"

outcome=0
gone_before "$deployment" $((SECONDS + timeout)) || outcome=$?

if ((outcome == 2)); then
  fail "${timeout}s 之内读不到部署的状态，没有回滚：先看Marathon怎么了，部署 $deployment 可能仍在进行"
elif ((outcome == 1)); then
  echo "等待 ${timeout}s 之后仍未完成，开始回滚" >&2
  marathon -f "$MARATHON/v2/apps$app" 2>/dev/null \
    | jq -r '.app.lastTaskFailure.message // empty' >&2 || true
  rollback=$(marathon -f -X DELETE "$MARATHON/v2/deployments/$deployment" | jq -ser '.[0].deploymentId') \
    || fail "回滚没有被接受，部署 $deployment 仍在进行，请立刻人工处理"
  gone_before "$rollback" $((SECONDS + timeout)) \
    || fail "回滚 $rollback 在 ${timeout}s 之内没有确认完成，请人工核对"
  fail '已回滚'
fi

# 部署也可能是被别人取消的：镜像要对，实例要够，而且没有一个是旧定义启动的
verdict=
for _ in 1 2 3 4 5; do
  if reply=$(marathon -f "$MARATHON/v2/apps$app" 2>/dev/null); then
    verdict=$(jq -r --arg image "$image" '
      .app
      | (.versionInfo.lastConfigChangeAt // "") as $since
      | if .container.docker.image != $image then "当前镜像是 \(.container.docker.image)"
        elif .tasksRunning < .instances then "要 \(.instances) 个实例，只有 \(.tasksRunning) 个在运行"
        elif any(.tasks[]?; .version < $since) then "还有旧版本的实例在运行"
        else "完成" end' <<<"$reply" 2>/dev/null) || verdict=
  fi
  if [[ -n $verdict ]]; then break; fi
  sleep "$interval"
done

case $verdict in
  完成) echo '完成' ;;
  '') fail '部署结束，但读不到应用的状态，没法确认' ;;
  *) fail "部署结束，但$verdict" ;;
esac
