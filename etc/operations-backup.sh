#!/usr/bin/env bash
# 每日备份：Marathon的定义、Chronos的任务、配额与权重、本机的ZooKeeper与复制日志。
# 在每台Master上运行；接口数据每台都存一份，互为备份。
# 名字带.partial的目录是没有做完的备份，不要用它恢复。
#
# 用法：MESOS=… MARATHON=… CHRONOS=… operations-backup.sh <目标目录>
# 接口有认证时另设 MESOS_USER、MARATHON_USER，都写成 名字:口令
set -euo pipefail

: "${MESOS:?}" "${MARATHON:?}"
target=${1:?请给出目标目录}/$(date +%Y%m%d-%H%M%S)-$(hostname -s)
work=$target.partial
umask 077
mkdir -p "$work"

fetch() { # 文件名 地址 身份
  # 备用Master会重定向到领导者，凭据要一起带过去
  curl -sS -f --max-time 120 --location-trusted ${3:+-u "$3"} "$2" -o "$work/$1" \
    && jq -se 'length == 1' "$work/$1" >/dev/null && return # 空的、不是JSON的，都不能当成备份
  echo "备份失败：$2；留下的 $work 不完整" >&2
  exit 1
}

marathon=${MARATHON_USER:-}
mesos=${MESOS_USER:-}
fetch marathon-groups.json "$MARATHON/v2/groups?embed=group.groups&embed=group.apps" "$marathon"
fetch marathon-apps.json "$MARATHON/v2/apps" "$marathon"
fetch quota.json "$MESOS/quota" "$mesos"
fetch weights.json "$MESOS/weights" "$mesos"
fetch maintenance.json "$MESOS/maintenance/schedule" "$mesos"
if [[ -n ${CHRONOS:-} ]]; then fetch chronos-jobs.json "$CHRONOS/v1/scheduler/jobs" ''; fi

pack() { # 文件名 目录 成员：备份时文件仍在变化，tar返回1是允许的
  tar -C "$2" -czf "$work/$1" --warning=no-file-changed "$3" || [[ $? -eq 1 ]]
}

# ZooKeeper：最新的快照加上事务日志就能恢复
zookeeper=${ZOOKEEPER_DATA:-/var/lib/zookeeper}
if [[ -d $zookeeper ]]; then pack zookeeper.tar.gz "$zookeeper" .; fi

# Master的复制日志（leveldb）。在线复制可能不一致，只作为最后的手段
master=${MESOS_WORK_DIR:-/var/lib/mesos/master}
if [[ -d $master/replicated_log ]]; then pack replicated_log.tar.gz "$master" replicated_log; fi

# 本机存在哪些配置目录，就备份哪些
shopt -s nullglob
configs=(/etc/mesos /etc/mesos-* /etc/marathon /etc/zookeeper /etc/default/mesos*)
found=()
for path in "${configs[@]}"; do
  if [[ -e $path ]]; then found+=("${path#/}"); fi
done
if ((${#found[@]} > 0)); then tar -C / -czf "$work/etc.tar.gz" "${found[@]}"; fi

mv "$work" "$target"
echo "已备份到 $target"
du -sh "$target"
