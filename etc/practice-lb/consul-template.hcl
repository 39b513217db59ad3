consul {
  address = "127.0.0.1:8500"
}

# 变化密集时等一等再渲染，避免频繁重载
wait {
  min = "2s"
  max = "10s"
}

template {
  source      = "/etc/consul-template/haproxy.ctmpl"
  destination = "/etc/haproxy/haproxy.cfg"
  command     = "haproxy -c -f /etc/haproxy/haproxy.cfg && systemctl reload haproxy"
}
