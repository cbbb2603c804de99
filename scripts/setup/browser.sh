#!/usr/bin/env bash
# The browser for the tests: Debian's Chromium. Nothing else is downloaded.
set -eu
if command -v chromium >/dev/null 2>&1; then exit 0; fi
if ! command -v apt-get >/dev/null 2>&1; then
  echo "No Chromium here and no apt-get to install it: the tests in the browser will be skipped, and say so." >&2
  exit 0
fi
as_root=""
if [ "$(id -u)" != 0 ]; then as_root="sudo"; fi
$as_root apt-get update -q
$as_root apt-get install -y -q --no-install-recommends chromium
