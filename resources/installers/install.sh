#!/bin/sh
# Puts Sidestage into the menu of who calls it, and has it open sidestage:// links; --remove takes that back.
# The folder stays where it is: after moving it, call this again.
set -eu
folder=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
entries="${XDG_DATA_HOME:-$HOME/.local/share}/applications"
entry="$entries/sidestage.desktop"
# Puts a path into a quoted argument of Exec: first escaped for the quotes, then for the value, as the
# Desktop Entry Specification asks.
escape() {
    printf '%s' "$1" | sed -e 's/\\/\\\\\\\\/g' -e 's/["`$]/\\\\&/g' -e 's/%/%%/g'
}
refresh() {
    if command -v update-desktop-database >/dev/null 2>&1; then
        update-desktop-database -q "$entries" || true
    fi
}
if [ "${1:-}" = "--remove" ]; then
    rm -f -- "$entry"
    refresh
    echo "Sidestage is not in the menu any more. Its folder is as it was."
    exit 0
fi
mkdir -p -- "$entries"
sed -e '/^Exec=/d' -e '/^Icon=/d' -- "$folder/sidestage.desktop" > "$entry"
printf 'Exec="%s" %%u\n' "$(escape "$folder/sidestage")" >> "$entry"
printf 'Icon=%s\n' "$(printf '%s' "$folder/sidestage.png" | sed -e 's/\\/\\\\/g')" >> "$entry"
refresh
if command -v xdg-mime >/dev/null 2>&1; then
    xdg-mime default sidestage.desktop x-scheme-handler/sidestage || true
fi
echo "Sidestage is in the menu now, and opens sidestage:// links."
