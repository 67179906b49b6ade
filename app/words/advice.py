"""What a user can change when the way in fails: by which command."""

from app.words.phrase import sentence

WAY_COMMAND = sentence("Other ways in: --way NAME.")
KEY_COMMAND = sentence("Keys: “sidestage keys set NAME”. Other ways in: --way NAME.")
LOG_IN_COMMAND = sentence("A log-in: “sidestage keys set session_id” and “sidestage keys set target_idc”.")
PROXY_COMMAND = sentence("Another proxy: --proxy URL, --socket-proxy URL.")
