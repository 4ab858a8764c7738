#!/usr/bin/env bash
# dialbench does itself what scripts/conformance/ asks of others.
set -euo pipefail
here=$(cd "$(dirname "$0")/.." && pwd)
export DIALBENCH=$1
DIALER="sh $here/conformance/dialbench.sh" "$1" test --pty --jobs 4 "$here/../scripts/conformance"
