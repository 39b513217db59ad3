#!/usr/bin/env bash
# 看这台Linux主机能不能运行单机环境，逐项说明；只读，不改动任何东西。
# 全部通过返回0，有不行的返回1。
#
# 用法：check-host.sh [docker命令的路径]
set -euo pipefail

docker=${1:-/opt/docker-static/docker}
mounts=${MOUNTS:-/proc/mounts}
bad=0

good() { echo "行　　$1"; }
warn() { echo "注意　$1"; }
fail() {
  echo "不行　$1"
  echo "　　　$2"
  bad=1
}

# 1. 处理器：2017年的镜像只有x86-64的
case $(uname -m) in
  x86_64) good '处理器是x86-64' ;;
  *) fail "处理器是$(uname -m)，当年的镜像没有这一种" '换一台x86-64的机器或虚拟机' ;;
esac

# 2. cgroup：与Agent启动时的判断相同，要有一个v1的、带cpu的挂载点
systemd=$(systemctl --version 2>/dev/null | awk 'NR == 1 { print $2 }' || true)
if awk '$3 == "cgroup" && $4 ~ /(^|,)cpu(,|$)/ { found = 1 } END { exit !found }' "$mounts"; then
  good 'cgroup v1，cpu已经挂载'
elif [[ ! $systemd =~ ^[0-9]+ ]]; then
  fail '没有挂载cgroup v1的cpu' '看不出systemd的版本，改用虚拟机'
elif ((BASH_REMATCH[0] >= 258)); then
  fail "没有挂载cgroup v1的cpu，systemd $systemd也不再支持v1" '改用虚拟机'
elif ((BASH_REMATCH[0] >= 256)); then
  fail '没有挂载cgroup v1的cpu' \
    '内核参数加上 systemd.unified_cgroup_hierarchy=0 SYSTEMD_CGROUP_ENABLE_LEGACY_FORCE=1 再重启'
else
  fail '没有挂载cgroup v1的cpu' '内核参数加上 systemd.unified_cgroup_hierarchy=0 再重启'
fi

# 3. docker客户端：Mesos 1.3.1要读image inspect里的ContainerConfig，26起没有这一项
client=1
if ! version=$("$docker" --version 2>/dev/null); then
  client=
  fail "运行不了 $docker" '按“静态链接的docker命令”一节下载，或者在参数里写出它的路径'
elif [[ ! $version =~ ([0-9]+)\.[0-9]+ ]]; then
  fail "看不懂docker的版本：$version" '换成20.10的静态包'
elif ((BASH_REMATCH[1] > 25)); then
  fail "docker客户端是${BASH_REMATCH[0]}，Mesos 1.3.1只能读25及以前的" '换成20.10的静态包'
else
  good "docker客户端是${BASH_REMATCH[0]}"
fi

# 4. docker服务：连得上，且镜像不放在containerd里（那样同样没有ContainerConfig）
if [[ -z $client ]]; then
  : # 没有客户端就没法问
elif ! reply=$("$docker" info --format '{{json .DriverStatus}}' 2>&1); then
  fail "这个客户端连不上Docker服务：${reply##*$'\n'}" \
    '提示too old就换成25.0的静态包；提示permission denied就加入docker组，或用sudo'
elif [[ $reply == *io.containerd.snapshotter* ]]; then
  fail 'Docker把镜像放在containerd里' \
    '在/etc/docker/daemon.json里写 {"features": {"containerd-snapshotter": false}}，重启Docker'
else
  good 'Docker服务连得上'
fi

# 5. 工具与端口
for tool in curl jq dig; do
  if command -v "$tool" >/dev/null; then
    good "有$tool"
  else
    fail "没有$tool" 'Debian与Ubuntu：apt-get install curl jq dnsutils；红帽系：yum install curl jq bind-utils'
  fi
done

listening=$(ss -ltn 2>/dev/null | awk 'NR > 1 { sub(/.*:/, "", $4); print $4 }' || true)
for port in 2181 5050 5051 8053 8080 8123 8500 8600; do
  if grep -qx "$port" <<<"$listening"; then
    warn "端口$port已经有程序在监听；若不是这套系统自己的，先停掉它"
  fi
done

exit "$bad"
