#!/bin/sh
# From a bare machine to a printed map. What is there already is left as it is.
#
#   sh install.sh         installs what is missing and renders journeys/ung-mor.yaml
#   sh install.sh test    installs what the tests need as well, and runs every check
#
# Debian and Ubuntu (apt-get; as root or with sudo) and macOS (Homebrew) are set up by themselves;
# elsewhere it says what to install. Python packages go into .venv, nothing else is written.
# Ends with 0: done. 2: unknown word. 4: something is missing that it cannot install itself.
# Otherwise with the code of the step that failed.
set -eu
CDPATH='' cd -P "$(dirname "$0")"

pythons='python3 python3.13 python3.12 python3.11 python3.14 /usr/bin/python3'
python=''  # the first of them that is fit
fetched='' # yes when something was missing

# say NORWEGIAN ENGLISH: one of the two, chosen as `reise` chooses its language.
say() {
  case ${LC_ALL:-${LC_MESSAGES:-${LANG:-}}} in
    [eE][nN]*) printf '%s\n' "$2" ;;
    *) printf '%s\n' "$1" ;;
  esac
}

usage() {
  say '  sh install.sh         installerer det som mangler, og tegner journeys/ung-mor.yaml
  sh install.sh test    installerer også det testene trenger, og kjører alle sjekkene' \
    '  sh install.sh         installs what is missing and renders journeys/ung-mor.yaml
  sh install.sh test    installs what the tests need as well, and runs every check'
}

# refuse NORWEGIAN ENGLISH: both, since nobody can go on without understanding them.
refuse() {
  printf '\n%s\n\n%s\n' "$1" "$2" >&2
  exit 4
}

# --- What is there ---

fit() {
  "$1" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null
}

find_python() {
  for python in $pythons; do
    if fit "$python"; then return; fi
  done
  python=''
}

# loads NAME: can that Python, or for want of it an older one, load a library? Asked as WeasyPrint asks.
loads() {
  # There the library is Homebrew's, and Apple's own Python would not find it.
  [ -n "$python" ] || [ "$os" != Darwin ] || return 1
  "${python:-python3}" - "$1" 2>/dev/null <<'PYTHON'
import ctypes, ctypes.util, sys
name = sys.argv[1]
ctypes.CDLL(f"lib{name}.so.0" if sys.platform == "linux" else ctypes.util.find_library(name) or "none")
PYTHON
}

has() { command -v "$1" >/dev/null 2>&1; }

# --- Debian and Ubuntu ---

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi
}

apt() {
  as_root env DEBIAN_FRONTEND=noninteractive NEEDRESTART_SUSPEND=1 \
    apt-get -qq -o DPkg::Lock::Timeout=300 "$@" >/dev/null
}

# candidate PACKAGE: the version that apt would install, or nothing.
candidate() {
  LC_ALL=C apt-cache policy "$1" 2>/dev/null | sed -n 's/^ *Candidate: \([0-9].*\)/\1/p'
}

# The package that brings a Python that is new enough, where apt has one.
python_package() {
  case $(candidate python3-venv) in
    3.1[1-9]* | 3.[2-9][0-9]*) echo python3-venv; return ;;
  esac
  for minor in 13 12 11; do
    if [ -n "$(candidate "python3.$minor-venv")" ]; then echo "python3.$minor-venv"; return; fi
  done
}

# Is this Ubuntu 22.04 without the part of it that has Python 3.11?
jammy_without_updates() {
  releases=$(LC_ALL=C apt-cache policy 2>/dev/null)
  printf '%s\n' "$releases" | grep -q 'n=jammy,' &&
    ! printf '%s\n' "$releases" | grep -q 'a=jammy-updates,.*c=universe'
}

on_debian() {
  missing=''
  # Not every release has the second one as a package: it alone is no reason to look for news.
  if ! loads pangoft2-1.0; then
    missing="$missing libpangoft2-1.0-0 libharfbuzz-subset0"
  elif ! loads harfbuzz-subset && [ -n "$(candidate libharfbuzz-subset0)" ]; then
    missing="$missing libharfbuzz-subset0"
  fi
  if [ "$task" = test ]; then
    has java || missing="$missing default-jre-headless"
    for each in git zsh fish; do has "$each" || missing="$missing $each"; done
    [ -f /usr/share/java/jaxb-runtime.jar ] || missing="$missing libjaxb-java"
    # Ubuntu's is a snap, which does not open pages from everywhere; there the tests of the page are left out.
    if ! has chromium && grep -qx ID=debian /etc/os-release; then missing="$missing chromium"; fi
  fi
  if [ -n "$python" ] && [ -z "$missing" ]; then return; fi

  if [ "$(id -u)" != 0 ] && ! has sudo; then
    [ -n "$python" ] || missing=" python3-venv$missing"
    refuse "Systempakker mangler, og sudo finnes ikke. Kjør som root, og deretter denne på nytt:
  apt-get update && apt-get install -y$missing" \
      "System packages are missing, and there is no sudo. Run as root, and then this again:
  apt-get update && apt-get install -y$missing"
  fi
  say 'Henter pakkelisten (apt-get update) ...' 'Fetching the list of packages (apt-get update) ...'
  # Another list than the one needed may be out of order; the installation itself will tell.
  apt update || true
  [ -n "$python" ] || missing="$(python_package)$missing"
  known=''
  for package in $missing; do
    [ -z "$(candidate "$package")" ] || known="$known $package"
  done
  [ -n "$known" ] || return 0
  say "Installerer systempakker:$known ..." "Installing system packages:$known ..."
  # shellcheck disable=SC2086  # a list of packages
  apt install -y --no-install-recommends $known
  fetched=yes
}

# --- macOS ---

on_macos() {
  for brew in brew /opt/homebrew/bin/brew /usr/local/bin/brew ''; do
    if [ -n "$brew" ] && has "$brew"; then break; fi
  done
  if [ -z "$brew" ]; then
    refuse 'Homebrew mangler. Installer det fra https://brew.sh, og kjør denne på nytt.' \
      'Homebrew is missing. Install it from https://brew.sh, and run this again.'
  fi
  # Homebrew's own Python is the one that finds Homebrew's libraries.
  prefix=$("$brew" --prefix)
  pythons=''
  for minor in 13 12 11 14; do pythons="$pythons $prefix/bin/python3.$minor"; done
  find_python
  missing=''
  [ -n "$python" ] || missing="$missing python@3.13"
  loads pangoft2-1.0 || missing="$missing pango"
  [ -n "$missing" ] || return 0
  say "Installerer med Homebrew:$missing ..." "Installing with Homebrew:$missing ..."
  # shellcheck disable=SC2086  # a list of packages
  "$brew" install --quiet $missing
  fetched=yes
}

# --- Every system ---

# Leaves a fit Python in $python, one that can load Pango; or ends here.
system() {
  os=$(uname -s)
  no='Fedora: sudo dnf install python3 pango
  Arch:   sudo pacman -S python pango'
  en=$no
  case $os in
    Darwin)
      on_macos
      no='brew install python@3.13 pango' en='brew install python@3.13 pango'
      ;;
    MINGW* | MSYS* | CYGWIN*)
      refuse 'Windows: installer WSL med Ubuntu (wsl --install), og kjør denne der.' \
        'Windows: install WSL with Ubuntu (wsl --install), and run this there.'
      ;;
    *)
      name=$(sed -n 's/^PRETTY_NAME=//p' /etc/os-release 2>/dev/null | tr -d '"')
      os=${name:-$os}
      find_python
      if has apt-get && has apt-cache; then
        on_debian
        no='Debian 12, Ubuntu 24.04 og nyere har dem; ellers for eksempel: uv python install 3.13'
        en='Debian 12, Ubuntu 24.04 and newer have them; otherwise for example: uv python install 3.13'
        if jammy_without_updates; then
          updates="echo 'deb http://archive.ubuntu.com/ubuntu jammy-updates main universe' |
    sudo tee /etc/apt/sources.list.d/jammy-updates.list"
          no="Ubuntu 22.04 har Python 3.11 i jammy-updates, som ikke er slått på her. Slå den på slik:
  $updates"
          en="Ubuntu 22.04 has Python 3.11 in jammy-updates, which is not turned on here. Turn it on like this:
  $updates"
        fi
      fi
      ;;
  esac
  [ -n "$python" ] || find_python
  lacks='' lacking=''
  if [ -z "$python" ]; then
    lacks='
  - Python 3.11 eller nyere, med venv og pip' lacking='
  - Python 3.11 or newer, with venv and pip'
  fi
  if ! loads pangoft2-1.0; then
    lacks="$lacks
  - Pango 1.44 eller nyere (libpangoft2) og HarfBuzz" lacking="$lacking
  - Pango 1.44 or newer (libpangoft2) and HarfBuzz"
  fi
  [ -n "$lacks" ] || return 0
  refuse "$os kan ikke settes opp herfra. Installer dette, og kjør denne på nytt:$lacks
  $no" "$os cannot be set up from here. Install this, and run this again:$lacking
  $en"
}

# --- Python packages ---

# Fills .venv, unless it was filled in this place from this pyproject.toml.
packages() {
  if ! .venv/bin/python -c 'import pip' 2>/dev/null || [ "$(cat .venv/reise-place 2>/dev/null)" != "$PWD" ]; then
    say "Lager .venv med $python ..." "Making .venv with $python ..."
    "$python" -m venv --clear .venv
    printf '%s\n' "$PWD" >.venv/reise-place
  fi
  state=$(cksum <pyproject.toml)
  for stamp in .venv/reise-test ".venv/reise-$task"; do
    if [ "$(cat "$stamp" 2>/dev/null)" = "$state" ]; then return; fi
  done
  say 'Installerer Python-pakker i .venv ...' 'Installing Python packages into .venv ...'
  set -- --editable .
  if [ "$task" = test ]; then
    # pip reads dependency groups from 25.1, Debian 12 has 23.0. What builds the wheel comes along,
    # so that the test of it needs no network.
    .venv/bin/python - >.venv/reise-test.txt <<'PYTHON'
import pathlib, tomllib
project = tomllib.loads(pathlib.Path("pyproject.toml").read_text(encoding="utf-8"))
groups, extras = project["dependency-groups"], project["project"].get("optional-dependencies", {})
needed = (*groups["dev"], *groups["docs"], *project["build-system"]["requires"])
print(*needed, *(each for extra in extras.values() for each in extra), sep="\n")
PYTHON
    set -- "$@" --requirement .venv/reise-test.txt
  fi
  .venv/bin/python -m pip install --quiet --disable-pip-version-check --no-input "$@"
  printf '%s\n' "$state" >"$stamp"
  fetched=yes
}

# --- The two tasks ---

render() {
  .venv/bin/reise render journeys/ung-mor.yaml
  say 'Åpne output/ung-mor.pdf. Videre:
  .venv/bin/reise render <fil>.yaml    tegner en annen reise
  .venv/bin/reise --help               viser resten' 'Open output/ung-mor.pdf. Next:
  .venv/bin/reise render <file>.yaml    draws another journey
  .venv/bin/reise --help                shows the rest'
}

# check COMMAND...: runs it, and remembers if it failed.
check() {
  printf '\n$ %s\n' "$*"
  "$@" && return
  code=$?
  [ "$failed" != 0 ] || failed=$code
  broken="$broken
  $*"
}

checks() {
  failed=0 broken=''
  PATH=$PWD/.venv/bin:$PATH
  check ruff check
  check ruff format --check
  check mypy
  check lint-imports
  check pytest -n auto
  [ "$failed" = 0 ] || say "Besto ikke:$broken" "Did not pass:$broken" >&2
  exit "$failed"
}

case ${1-} in
  '') task='render' ;;
  test) task='test' ;;
  -h | --help)
    usage
    exit
    ;;
  *)
    {
      say "install.sh kjenner ikke ordet «$1»." "install.sh does not know the word “$1”."
      usage
    } >&2
    exit 2
    ;;
esac
system
packages
[ -n "$fetched" ] || say 'Alt er på plass fra før.' 'Everything is in place already.'
if [ "$task" = test ]; then checks; else render; fi
