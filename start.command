#!/bin/sh
# Double click on macOS and Linux: sets Sidestage up the first time and starts it. Arguments are passed on.

wait_for_reader() {
    if [ -t 0 ] && [ -t 1 ]; then
        printf 'Press Return to close this window. '
        read -r _
    fi
}

cd "$(dirname "$0")" || exit 1
installed=/Library/Frameworks/Python.framework/Versions/Current/bin/python3
for python in python3 "$installed" /opt/homebrew/bin/python3 /usr/local/bin/python3 \
    python3.14 python3.13 python3.12 python3.11; do
    if "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
        "$python" start.py "$@" && exit
        code=$?
        echo 'Sidestage did not start. What went wrong is said above.'
        wait_for_reader
        exit "$code"
    fi
done
echo 'Sidestage needs Python 3.11 or newer. Get it from https://www.python.org/downloads/ and start again.' >&2
wait_for_reader
exit 1
