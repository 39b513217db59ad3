#!/usr/bin/env bash
# 用自己的CA签一张证书，供内部的域名使用。再执行一次会沿用原来的CA，只换证书。
# 公网的域名请向公共CA申请，这里签出来的只有装了ca.crt的机器才相信。
#
# 用法：make-certs.sh <目录> <域名>...   例如 make-certs.sh ssl '*.example.com'
# 得到：ca.crt    分发给所有要访问的机器
#       ca.key    签发用，离线保存，不要放到服务器上
#       site.pem  证书与私钥合在一起，交给HAProxy
set -euo pipefail

if [[ $# -lt 2 ]]; then
  echo "用法：$0 <目录> <域名>..." >&2
  exit 2
fi
target=$1
shift
umask 077
mkdir -p "$target"
cd "$target"

if [[ ! -e ca.key ]]; then
  openssl req -x509 -newkey rsa:4096 -nodes -sha256 -days 3650 \
    -subj '/CN=Handbook internal CA' -keyout ca.key -out ca.crt
fi

# 浏览器与Docker只看subjectAltName，不看CN
names=$(printf ',DNS:%s' "$@")
printf 'subjectAltName=%s\nextendedKeyUsage=serverAuth\n' "${names#,}" >site.ext
openssl req -newkey rsa:2048 -nodes -sha256 -subj "/CN=$1" -keyout site.key -out site.csr
openssl x509 -req -sha256 -days 825 -in site.csr -CA ca.crt -CAkey ca.key -CAcreateserial \
  -extfile site.ext -out site.crt
openssl verify -CAfile ca.crt site.crt
cat site.crt site.key >site.pem
rm -f site.csr site.ext
chmod 644 ca.crt
