#!/usr/bin/env bash
# 每日备份：Marathon的定义、Chronos的任务、配额与权重、本机的ZooKeeper与复制日志。
# 在每台Master上运行；接口数据每台都存一份，互为备份。
#
# 用法：MESOS=… MARATHON=… CHRONOS=… operations-backup.sh <目标目录>
set -euo pipefail

: "${MESOS:?}" "${MARATHON:?}"
target=${1:?请给出目标目录}/$(date +%Y%m%d-%H%M%S)-$(hostname -s)
umask 077
mkdir -p "$target"

fetch() { # 文件名 地址
  curl -sS -f -L "$2" -o "$target/$1"
  jq -e . "$target/$1" >/dev/null # 不是JSON就失败，防止把错误页当成备份
}

fetch marathon-groups.json "$MARATHON/v2/groups?embed=group.groups&embed=group.apps"
fetch marathon-apps.json "$MARATHON/v2/apps"
fetch quota.json "$MESOS/quota"
fetch weights.json "$MESOS/weights"
fetch maintenance.json "$MESOS/maintenance/schedule"
if [[ -n ${CHRONOS:-} ]]; then fetch chronos-jobs.json "$CHRONOS/v1/scheduler/jobs"; fi

# ZooKeeper：最新的快照加上事务日志就能恢复
zookeeper=${ZOOKEEPER_DATA:-/var/lib/zookeeper}
if [[ -d $zookeeper ]]; then
  tar -C "$zookeeper" -czf "$target/zookeeper.tar.gz" --warning=no-file-changed . || [[ $? -eq 1 ]]
fi

# Master的复制日志（leveldb）。在线复制可能不一致，只作为最后的手段
work=${MESOS_WORK_DIR:-/var/lib/mesos/master}
if [[ -d $work/replicated_log ]]; then
  tar -C "$work" -czf "$target/replicated_log.tar.gz" --warning=no-file-changed replicated_log || [[ $? -eq 1 ]]
fi

# 本机存在哪些配置目录，就备份哪些
shopt -s nullglob
configs=(/etc/mesos /etc/mesos-* /etc/marathon /etc/zookeeper /etc/default/mesos*)
found=()
for path in "${configs[@]}"; do
  if [[ -e $path ]]; then found+=("${path#/}"); fi
done
if ((${#found[@]} > 0)); then tar -C / -czf "$target/etc.tar.gz" "${found[@]}"; fi

echo "已备份到 $target"
du -sh "$target"
