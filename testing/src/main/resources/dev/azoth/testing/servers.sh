#!/usr/bin/env bash
# Real PostgreSQL, MariaDB and MySQL servers for tests, without Docker.
#
#   up [product…]     start servers that stay (all three unless named), then print what `status` prints
#   down [product…]   stop them
#   status            the servers that `up` started, as lines to evaluate: eval "$(tools/databases status)"
#   run product       start one server, print its URL, and stop it when standard input ends, as it does when the caller dies
#   run pgbouncer connection statements
#                     the same for a pooler of transactions, of all databases of the PostgreSQL that the connection string leads to, which keeps
#                     so many prepared statements of a client; 0 for none
#   build [product…]  only make the root file systems
#
# A root file system is built once by mmdebstrap, in the cache folder, with a data folder for each of its servers already
# initialised. A server runs in a mount and a process namespace of its own: it sees a fresh copy of that data folder, in memory, and
# both vanish with the process that watches it, however that ends. So a server keeps nothing, leaves nothing, and is tuned for
# speed alone. Needs Linux, apt, and root or a sudo that asks for no password.
#
# The cache folder is $AZOTH_CACHE, or azoth in $XDG_CACHE_HOME, or ~/.cache/azoth. It may be deleted while no server runs.
set -euo pipefail

readonly self="$(realpath "${BASH_SOURCE[0]}")"
readonly azoth_cache="${AZOTH_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/azoth}"
readonly cache="$azoth_cache/databases"
readonly products=(postgresql mariadb mysql)

say() { echo "databases: $*" >&2; }

fail() {
  say "$*"
  exit 1
}

# ---- Root file systems: what is in them, and the data folder in /srv that each server starts from ----

image_of() {
  case $1 in
    postgresql | mariadb | pgbouncer) echo trixie ;;
    mysql) echo sid ;;
    *) fail "there is no '$1' here; there are ${products[*]}" ;;
  esac
}

make_trixie() {
  local root=$1
  bootstrap trixie "$root" postgresql-17,postgresql-17-pgvector,mariadb-server,pgbouncer

  chroot "$root" install -d -o postgres -g postgres -m 700 /srv/postgresql
  inside "$root" postgres /usr/lib/postgresql/17/bin/initdb --pgdata=/srv/postgresql --username=postgres --auth=trust \
    --encoding=UTF8 --locale=C.UTF-8 --no-sync
  inside "$root" postgres /usr/lib/postgresql/17/bin/postgres --single -D /srv/postgresql postgres \
    <<<"CREATE ROLE azoth LOGIN SUPERUSER PASSWORD 'azoth'"
  printf '%s\n' 'local all all trust' 'host all postgres 127.0.0.1/32 trust' 'host all all 127.0.0.1/32 scram-sha-256' \
    >"$root/srv/postgresql/pg_hba.conf"

  chroot "$root" install -d -o postgres -g postgres -m 700 /srv/pgbouncer

  chroot "$root" install -d -o mysql -g mysql -m 700 /srv/mariadb
  inside "$root" root mariadb-install-db --user=mysql --datadir=/srv/mariadb --auth-root-authentication-method=normal \
    --innodb-log-file-size=16M
  mysql_accounts | inside "$root" root mariadbd --bootstrap --user=mysql --datadir=/srv/mariadb --innodb-log-file-size=16M
}

make_sid() {
  local root=$1
  # sid's release file may be past its date.
  bootstrap sid "$root" mysql-server-core --aptopt='Acquire::Check-Valid-Until "false"'

  chroot "$root" install -d -o nobody -m 700 /srv/mysql /var/lib/mysql-files
  { mysql_accounts && echo 'CREATE DATABASE test;'; } >"$root/srv/accounts.sql"
  inside "$root" root mysqld --initialize-insecure --user=nobody --datadir=/srv/mysql --init-file=/srv/accounts.sql \
    --innodb-redo-log-capacity=16M
}

# MariaDB has made the first already. It wants each statement to end with its line.
mysql_accounts() {
  cat <<'SQL'
FLUSH PRIVILEGES;
CREATE USER IF NOT EXISTS root@'127.0.0.1' IDENTIFIED BY '';
GRANT ALL PRIVILEGES ON *.* TO root@'127.0.0.1' WITH GRANT OPTION;
CREATE USER azoth@'127.0.0.1' IDENTIFIED BY 'azoth';
GRANT ALL PRIVILEGES ON *.* TO azoth@'127.0.0.1' WITH GRANT OPTION;
SQL
}

bootstrap() {
  local suite=$1 root=$2 packages=$3
  mmdebstrap --variant=apt --include="$packages" --aptopt='APT::Install-Recommends "false"' --aptopt='Acquire::Retries "3"' \
    "${@:4}" "$suite" "$root"
}

inside() {
  local root=$1 user=$2
  chroot --userspec="$user" "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 "${@:3}"
}

# ---- Servers: how each is started, and its URL ----

serve_postgresql() {
  inside "$1" postgres /usr/lib/postgresql/17/bin/postgres -D /run/azoth/data -p "$2" -k /run/azoth -h 127.0.0.1 \
    -c fsync=off -c full_page_writes=off -c synchronous_commit=off -c wal_level=minimal -c max_wal_senders=0 -c jit=off \
    -c shared_buffers=64MB -c dynamic_shared_memory_type=mmap -c max_connections=200 -c max_prepared_transactions=20
}

# Few connections to the server, so that clients really share them.
serve_pgbouncer() {
  printf '%s\n' '[databases]' "* = $3" '[pgbouncer]' 'listen_addr = 127.0.0.1' "listen_port = $2" 'unix_socket_dir =' 'auth_type = any' \
    'pool_mode = transaction' 'default_pool_size = 2' 'max_client_conn = 200' "max_prepared_statements = $4" \
    'ignore_startup_parameters = extra_float_digits' >"$1/run/azoth/data/pgbouncer.ini"
  inside "$1" postgres pgbouncer /run/azoth/data/pgbouncer.ini
}

serve_mariadb() {
  inside "$1" root mariadbd --no-defaults --user=mysql $(mysql_options "$2") --innodb-log-file-size=16M
}

serve_mysql() {
  inside "$1" root mysqld --no-defaults --user=nobody $(mysql_options "$2") --mysqlx=OFF --innodb-redo-log-capacity=16M
}

mysql_options() {
  echo "--port=$1" --bind-address=127.0.0.1 --datadir=/run/azoth/data --socket=/run/azoth/socket --pid-file=/run/azoth/pid \
    --skip-name-resolve --skip-log-bin --sync-binlog=0 --performance-schema=OFF --max-connections=200 \
    --innodb-flush-log-at-trx-commit=0 --innodb-flush-method=fsync --innodb-doublewrite=0 --innodb-buffer-pool-size=64M
}

url_of() {
  case $1 in
    postgresql | pgbouncer) echo "postgresql://postgres@127.0.0.1:$2/postgres" ;;
    *) echo "$1://root@127.0.0.1:$2/test" ;;
  esac
}

# ---- Building, once and whole ----

# Sets `root` to the root file system of a product, which is built first if need be. Its name holds a checksum of its recipe.
image() {
  local name building
  name=$(image_of "$1")
  root="$cache/$name-$(declare -f "make_$name" mysql_accounts bootstrap | cksum | cut -d' ' -f1)"
  [[ -d $root ]] && return
  mkdir -p "$cache"
  (
    flock 9
    [[ -d $root ]] && exit
    require_mmdebstrap
    say "building $root, once; this takes a minute"
    building="$cache/building-$name"
    rm -rf --one-file-system "$building" "$building.log"
    (contained bash "$self" make "$name" "$building") >"$building.log" 2>&1 9>&- </dev/null || {
      tail -n 30 "$building.log" >&2
      fail "could not build $root; all of the output is in $building.log"
    }
    rm "$building.log"
    mv "$building" "$root"
  ) 9>"$cache/$name.lock"
}

require_mmdebstrap() {
  type mmdebstrap >/dev/null 2>&1 && return
  type apt-get >/dev/null 2>&1 || fail "neither mmdebstrap nor apt-get, to install it with, is here"
  say "installing mmdebstrap"
  (
    flock 8
    type mmdebstrap >/dev/null 2>&1 && exit
    export DEBIAN_FRONTEND=noninteractive
    apt-get -qq update >"$cache/install.log" 2>&1 8>&- || say "apt-get update failed; trying without"
    apt-get -qq install --yes --no-install-recommends -o DPkg::Lock::Timeout=120 mmdebstrap debian-archive-keyring \
      >>"$cache/install.log" 2>&1 8>&- || fail "could not install mmdebstrap: $(tail -n 5 "$cache/install.log")"
  ) 8>"$cache/install.lock"
}

# Turns this (sub)shell into a command in namespaces of its own. It and all that it starts are killed when the shell above ends; the
# command has to stay root for that.
contained() {
  exec setpriv --pdeathsig KILL unshare --mount --pid --mount-proc --fork --kill-child "$@"
}

# Runs in the namespaces: memory where the server writes, then the server.
serve() {
  local product=$1 root=$2 port=$3
  shift 3
  mount -t proc proc "$root/proc"
  mount --rbind /dev "$root/dev"
  mount -t tmpfs -o mode=1777 tmpfs "$root/tmp"
  mount -t tmpfs -o mode=755 tmpfs "$root/run"
  mkdir -m 777 "$root/run/azoth"
  cp -a "$root/srv/$product" "$root/run/azoth/data"
  "serve_$product" "$root" "$port" "$@"
  exit # so that the line above is not this shell's last, which would let it become the server
}

# ---- Starting ----

# Starts a server as a child of this shell. Sets `url` and `server`, its process.
start() {
  local product=$1 root log port attempt
  shift
  image "$product"
  log=$(mktemp)
  exec 7>>"$log"
  for attempt in 1 2 3; do
    port=$(free_port)
    contained bash "$self" serve "$product" "$root" "$port" "$@" </dev/null >&7 2>&7 9>&- &
    server=$!
    if ready "$log"; then
      exec 7>&-
      rm "$log"
      url=$(url_of "$product" "$port")
      return
    fi
    say "$product did not start on port $port (attempt $attempt)"
    stop
  done
  cat "$log" >&2
  rm "$log"
  fail "$product does not start; the lines above are its own"
}

ready() {
  local tenths
  for ((tenths = 0; tenths < 600; tenths++)); do
    grep -qE 'ready (for|to accept) connections|process up' "$1" && return
    kill -0 "$server" 2>/dev/null || return
    sleep 0.1
  done
  return 1
}

# At once: what a server has not written yet, nobody will miss.
stop() {
  kill -KILL "$server" 2>/dev/null || true
  wait "$server" 2>/dev/null || true
}

# Below the ports that the system hands out by itself. Whoever loses a race for one tries again.
free_port() {
  local port
  while port=$((15000 + RANDOM % 15000)); do
    (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || break
  done
  echo "$port"
}

run() {
  local url server
  start "$@"
  echo "$url"
  while read -r; do :; done
  stop
}

# ---- Servers that stay: whoever holds the lock is the server; the state file says its watcher and URL ----

up() {
  local product
  for product in "$@"; do image_of "$product" >/dev/null; done
  build "$@"
  mkdir -p "$cache/up"
  for product in "$@"; do
    is_up "$product" || { setsid bash "$self" keep "$product" </dev/null >"$cache/up/$product.log" 2>&1 & }
  done
  wait
  for product in "$@"; do
    is_up "$product" || fail "$product did not start: $(cat "$cache/up/$product.log")"
  done
  status
}

is_up() { [[ -e $cache/up/$1 ]] && ! flock --nonblock "$cache/up/$1.lock" true; }

# Ends when the server is ready; what it leaves behind watches the server.
keep() {
  local product=$1 url server
  exec 6>"$cache/up/$product.lock"
  flock --nonblock 6 || exit 0
  rm -f "$cache/up/$product"
  coproc watch { start "$product" && echo "$url" && wait "$server"; }
  read -r url <&"${watch[0]}" || exit 1
  echo "$watch_PID $url" >"$cache/up/$product.new"
  mv "$cache/up/$product.new" "$cache/up/$product"
}

down() {
  local product watcher
  for product in "$@"; do
    if is_up "$product"; then
      read -r watcher _ <"$cache/up/$product"
      kill "$watcher"
      flock --timeout 20 "$cache/up/$product.lock" true || fail "$product does not stop; its watcher is process $watcher"
    fi
    rm -f "$cache/up/$product" "$cache/up/$product.log"
  done
}

status() {
  local product url
  for product in "${products[@]}"; do
    if is_up "$product"; then
      read -r _ url <"$cache/up/$product"
      echo "export AZOTH_TEST_${product^^}_URL=$url"
    else
      echo "# $product is not up"
    fi
  done
}

# ---- The command line ----

build() {
  local product name root pid
  local -A builds=()
  for product in "$@"; do
    name=$(image_of "$product")
    [[ -v builds[$name] ]] && continue
    image "$product" &
    builds[$name]=$!
  done
  for pid in "${builds[@]}"; do wait "$pid" || exit 1; done
}

usage() { sed -n '2,/^set /{/^#/s/^# \?//p}' "$self"; }

main() {
  local command=${1:-help}
  shift || true
  case $command in
    help | -h | --help) usage && exit ;;
    status) status && exit ;;
    up | down | build) [[ $# -gt 0 ]] || set -- "${products[@]}" ;;
    run) [[ $# -eq 1 || ($# -eq 3 && $1 == pgbouncer) ]] || fail "run takes one product of ${products[*]}, or pgbouncer with its settings" ;;
    make | serve | keep) ;; # not for callers: parts that need a process of their own
    *) fail "unknown command '$command'; see: $0 help" ;;
  esac
  [[ $(uname -s) == Linux ]] || fail "this needs Linux; elsewhere use Docker, or name servers of your own in AZOTH_TEST_…_URL"
  if [[ $(id -u) -ne 0 ]]; then
    sudo -n true 2>/dev/null || fail "this needs root, for chroot, or a sudo that asks for no password"
    exec sudo -n env AZOTH_CACHE="$azoth_cache" bash "$self" "$command" "$@"
  fi
  if [[ $command == make ]]; then command="make_$1" && shift; fi
  "$command" "$@"
}

main "$@"
exit # and read no more of this file, which may have changed since
