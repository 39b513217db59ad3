#!/usr/bin/env python3
"""一个最小的Mesos框架：用v1调度器HTTP API运行若干条相同的命令。

只用标准库，适用于Python 3.5及以上。用法：

    ./scheduler.py --master master1:5050 --tasks 5 --command 'echo hello; sleep 3'
"""

import argparse
import base64
import http.client
import json
import sys
import urllib.parse

API = '/api/v1/scheduler'
TERMINAL = {
    'TASK_FINISHED', 'TASK_FAILED', 'TASK_KILLED', 'TASK_ERROR', 'TASK_LOST',
    'TASK_DROPPED', 'TASK_GONE', 'TASK_GONE_BY_OPERATOR',
}


class Subscription:
    """SUBSCRIBE的长连接：向当前的领导者订阅，把RecordIO流还原成事件。"""

    def __init__(self, master, framework_info, timeout, headers):
        self.master = master
        self.response = None
        self.stream_id = None
        body = {'type': 'SUBSCRIBE', 'subscribe': {'framework_info': framework_info}}
        if 'id' in framework_info:
            body['framework_id'] = framework_info['id']
        for _ in range(5):
            self.connection = http.client.HTTPConnection(self.master, timeout=timeout)
            self.connection.request('POST', API, json.dumps(body), dict(
                headers, Accept='application/json'))
            response = self.connection.getresponse()
            if response.status == 307:  # 不是领导者，去它指的地方
                self.master = urllib.parse.urlsplit(response.getheader('Location')).netloc
                self.connection.close()
                continue
            if response.status != 200:
                raise RuntimeError('订阅失败：%d %s' % (response.status, response.read().decode()))
            self.response = response
            self.stream_id = response.getheader('Mesos-Stream-Id')
            return
        raise RuntimeError('重定向次数太多，集群可能还没有选出领导者')

    def events(self):
        """逐个产出事件。每条记录是：十进制的字节数、换行、正文。"""
        while True:
            size = self.response.readline().strip()
            if not size:
                return
            yield json.loads(self._read(int(size)).decode('utf-8'))

    def _read(self, size):
        data = b''
        while len(data) < size:
            part = self.response.read(size - len(data))
            if not part:
                raise ConnectionError('连接在一条记录中间断开')
            data += part
        return data


class Scheduler:
    """收到邀约就启动任务，直到全部结束。"""

    def __init__(self, args):
        self.args = args
        self.launched = 0
        self.done = {}
        self.subscription = None
        self.framework = {
            'user': args.user,
            'name': args.name,
            'role': args.role,
            'failover_timeout': 60,
            'checkpoint': True,
        }
        self.headers = {'Content-Type': 'application/json'}
        if args.principal:  # 开启认证的集群：请求头与framework_info里的身份要一致
            self.framework['principal'] = args.principal
            pair = '%s:%s' % (args.principal, args.secret)
            self.headers['Authorization'] = 'Basic ' + base64.b64encode(pair.encode()).decode()

    def run(self):
        # 三次心跳没有到就当作断线。Mesos默认每15秒一次。
        self.subscription = Subscription(
            self.args.master, self.framework, 45, self.headers)
        for event in self.subscription.events():
            handler = getattr(self, 'on_' + event['type'].lower(), None)
            if handler is not None:
                handler(event)
            if len(self.done) == self.args.tasks:
                break
        self.call({'type': 'TEARDOWN'})
        failed = [task for task, state in self.done.items() if state != 'TASK_FINISHED']
        print('完成%d个，失败%d个' % (len(self.done) - len(failed), len(failed)))
        return 1 if failed or len(self.done) < self.args.tasks else 0

    # 事件

    def on_subscribed(self, event):
        self.framework['id'] = event['subscribed']['framework_id']
        print('已订阅，框架ID：%s' % self.framework['id']['value'])

    def on_offers(self, event):
        for offer in event['offers']['offers']:
            tasks = self.tasks_for(offer)
            if tasks:
                self.accept(offer, tasks)
            else:
                self.decline(offer)

    def on_update(self, event):
        status = event['update']['status']
        task = status['task_id']['value']
        print('%s -> %s %s' % (task, status['state'], status.get('message', '')))
        if 'uuid' in status:  # 没有uuid的更新不需要确认
            self.call({'type': 'ACKNOWLEDGE', 'acknowledge': {
                'agent_id': status['agent_id'],
                'task_id': status['task_id'],
                'uuid': status['uuid'],
            }})
        if status['state'] in TERMINAL:
            self.done[task] = status['state']

    def on_error(self, event):
        sys.exit('Master拒绝了这个框架：%s' % event['error']['message'])

    # 决策

    def tasks_for(self, offer):
        """一份邀约里放得下几个任务，就放几个。"""
        cpus, mem = (scalar(offer, name) for name in ('cpus', 'mem'))
        tasks = []
        while (self.launched < self.args.tasks
               and cpus >= self.args.cpus and mem >= self.args.mem):
            tasks.append(self.task(offer))
            self.launched += 1
            cpus -= self.args.cpus
            mem -= self.args.mem
        return tasks

    def task(self, offer):
        name = 'demo-%d' % self.launched
        return {
            'name': name,
            'task_id': {'value': name},
            'agent_id': offer['agent_id'],
            'command': {'shell': True, 'value': self.args.command},
            'resources': [
                {'name': 'cpus', 'type': 'SCALAR', 'scalar': {'value': self.args.cpus}},
                {'name': 'mem', 'type': 'SCALAR', 'scalar': {'value': self.args.mem}},
            ],
        }

    # 请求

    def accept(self, offer, tasks):
        self.call({'type': 'ACCEPT', 'accept': {
            'offer_ids': [offer['id']],
            'operations': [{'type': 'LAUNCH', 'launch': {'task_infos': tasks}}],
            'filters': {'refuse_seconds': 5.0},
        }})

    def decline(self, offer):
        # 没有事情要做就拒绝得久一些，让其他框架先用。
        idle = self.launched >= self.args.tasks
        self.call({'type': 'DECLINE', 'decline': {
            'offer_ids': [offer['id']],
            'filters': {'refuse_seconds': 300.0 if idle else 5.0},
        }})

    def call(self, body):
        """除SUBSCRIBE之外的请求：另开连接，带上流的编号，期待202。"""
        connection = http.client.HTTPConnection(self.subscription.master, timeout=10)
        try:
            connection.request(
                'POST', API,
                json.dumps(dict(body, framework_id=self.framework['id'])),
                dict(self.headers, **{'Mesos-Stream-Id': self.subscription.stream_id}))
            response = connection.getresponse()
            text = response.read().decode()
            if response.status != 202:
                raise RuntimeError('%s失败：%d %s' % (body['type'], response.status, text))
        finally:
            connection.close()


def scalar(offer, name):
    """一份邀约里某种未预留资源的总量。"""
    return sum(
        resource['scalar']['value'] for resource in offer['resources']
        if resource['name'] == name and resource.get('role', '*') == '*')


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument('--master', default='127.0.0.1:5050', help='任意一台Master，host:port')
    parser.add_argument('--command', default='echo hello from mesos; sleep 3')
    parser.add_argument('--tasks', type=int, default=3)
    parser.add_argument('--cpus', type=float, default=0.1)
    parser.add_argument('--mem', type=float, default=32)
    parser.add_argument('--name', default='demo-framework')
    parser.add_argument('--role', default='*')
    parser.add_argument('--user', default='root', help='在Agent上以哪个用户运行')
    parser.add_argument('--principal', help='集群开启认证时的身份')
    parser.add_argument('--secret', default='', help='与身份对应的密钥')
    return parser.parse_args()


if __name__ == '__main__':
    sys.exit(Scheduler(arguments()).run())
