"""How what went wrong and what to do stand on one line."""

from app.words.phrase import sentence

SENTENCE_AND_HINT = sentence("{sentence} {hint}")
WITH_CAUSE = sentence("{path}: {reason}.")
JOINED = sentence("{first}; {second}")

# What can go wrong when TikTok's web is read.
LOG_IN_PLACE = sentence(
    "Put the cookies of a log-in into the keyring (sidestage keys set session_id, then target_idc) or into "
    "SIDESTAGE_SESSION_ID and SIDESTAGE_TARGET_IDC."
)
