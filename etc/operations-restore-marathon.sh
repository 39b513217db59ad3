#!/usr/bin/env bash
# 把备份里的Marathon应用逐个提交到一套新的Marathon。有一个没有成功，就以1退出并列出来。
# 已经存在的应用会被更新成备份里的样子，所以先用--dry-run看一遍。
#
# 用法：MARATHON=http://主机:8080 operations-restore-marathon.sh [--dry-run] marathon-apps.json
# 接口有认证时另设 MARATHON_USER=名字:口令
set -euo pipefail
: "${MARATHON:?请设置MARATHON}"

dry=
if [[ ${1:-} == --dry-run ]]; then dry=1; shift; fi
file=${1:?请给出备份的marathon-apps.json}

# 运行状态不属于定义，提交前去掉；uris与fetch、ports与端口定义各是一回事的两种写法，
# 导出时两种都有，提交时只能留一种
apps=$(jq -sec '.[0].apps[] | del(
  .version, .versionInfo, .tasks, .tasksStaged, .tasksRunning, .tasksHealthy, .tasksUnhealthy,
  .deployments, .lastTaskFailure, .taskStats, .readinessCheckResults, .uris)
  | if .portDefinitions != null or .container.docker.portMappings? != null
    then del(.ports) else . end' "$file") || {
  echo "$file 里没有应用，或者不是完整的备份；什么也没有提交" >&2
  exit 1
}

failed=()
while read -r app; do
  id=$(jq -r .id <<<"$app")
  if [[ -n $dry ]]; then
    echo "将提交 $id，$(jq -r .instances <<<"$app")个实例"
    continue
  fi
  reply=$(curl -sS --max-time 60 ${MARATHON_USER:+-u "$MARATHON_USER"} -w '\n%{http_code}' \
    -X PUT -H 'Content-Type: application/json' "$MARATHON/v2/apps$id" -d "$app") \
    || reply=$'\n没有得到完整的回答'
  code=${reply##*$'\n'}
  echo "$id：HTTP $code"
  if [[ $code != 200 && $code != 201 ]]; then
    echo "${reply%$'\n'*}" >&2
    failed+=("$id")
  fi
done <<<"$apps"

if ((${#failed[@]} > 0)); then
  echo "没有成功：${failed[*]}" >&2
  exit 1
fi
