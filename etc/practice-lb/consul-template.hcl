consul {
  address = "127.0.0.1:8500"
}

# 变化密集时等一等再渲染，避免频繁重载
wait {
  min = "2s"
  max = "10s"
}

# 写到旁边，检查通过才替换、才重载：写坏的配置不会留在HAProxy的位置上。
# 0.28以前的consul-template不经过shell，&&不起作用，所以要自己写明/bin/sh -c
template {
  source      = "/etc/consul-template/haproxy.ctmpl"
  destination = "/etc/haproxy/haproxy.cfg.new"
  command     = "/bin/sh -c 'haproxy -c -f /etc/haproxy/haproxy.cfg.new && cp /etc/haproxy/haproxy.cfg.new /etc/haproxy/haproxy.cfg && systemctl reload haproxy'"
}
